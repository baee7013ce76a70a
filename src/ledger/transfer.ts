import { createMutex } from '../runtime/mutex.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { FallbackStore } from './fallback-store.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { isUserSubmitted } from './row.ts';

/** Moves rows between the database and the fallback store, one move at a time. */
export interface Transfer {
  /** Empties the fallback store into the database, as far as the database accepts its rows. */
  drain(): Promise<Attempt<undefined>>;
  /**
   * Moves what people submitted out of the database; true if there was any. On a full disk no row can be changed, not even to note that
   * it was sent, but rows can be deleted. So these rows are sent from the fallback store; all others wait until there is room again.
   */
  evacuate(): Promise<boolean>;
}

export function createTransfer(database: LedgerDatabase, fallback: FallbackStore): Transfer {
  const mutex = createMutex();

  async function drain(): Promise<Attempt<undefined>> {
    for (const { seq, ...row } of await fallback.rows()) {
      const stored = await attempt(database.put(row));
      if (!stored.ok) return stored;
      await fallback.update((other) => (other.seq === seq ? undefined : other));
    }
    return { ok: true, value: undefined };
  }

  async function evacuate(): Promise<boolean> {
    const moved = await fallback.prepend((await database.waiting()).filter(isUserSubmitted));
    if (moved.length > 0) await database.remove(moved.map(({ seq }) => seq));
    return moved.length > 0;
  }

  return { drain: () => mutex.runExclusive(drain), evacuate: () => mutex.runExclusive(evacuate) };
}
