import { attempt, withDefault } from './attempt.ts';
import type { EraseRowsResult } from './erase.ts';
import type { FallbackStore } from './fallback-store.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { readWithFallback } from './read-with-fallback.ts';
import { belongsTo, isUserSubmitted, type LedgerRow } from './row.ts';
import { sendWithFallback } from './send-with-fallback.ts';
import { createTransfer } from './transfer.ts';

/**
 * A ledger database that keeps what people submit even while the database fails. Such rows wait in the fallback store, can be sent from
 * there, and move to the database as soon as it accepts them. Until then everything else that people submit joins them, so that the
 * order of arrival is preserved.
 */
export function withFallback(database: LedgerDatabase, fallback: FallbackStore): LedgerDatabase {
  const transfer = createTransfer(database, fallback);

  async function put(row: Omit<LedgerRow, 'seq'>): Promise<{ seq: number; duplicate: boolean }> {
    if (!isUserSubmitted(row)) return database.put(row);
    const drained = await transfer.drain();
    const stored = drained.ok ? await attempt(database.put(row)) : drained;
    if (stored.ok) return stored.value;
    const seq = await fallback.add(row);
    if (seq === undefined) throw stored.error;
    return { seq, duplicate: false };
  }

  async function erase(ids: readonly string[]): Promise<EraseRowsResult> {
    const idSet = new Set(ids);
    const inFallback = (await fallback.rows()).filter((row) => belongsTo(row, idSet));
    const atHub = inFallback.filter(({ attempts }) => attempts > 0).map(({ entry }) => entry.id);
    if (atHub.length > 0) await database.requestErasures(atHub);
    await fallback.update((row) => (belongsTo(row, idSet) ? undefined : row));
    const inDatabase = await withDefault(database.erase(ids), inFallback.length > 0 ? { rows: [], atHub: [] } : undefined);
    return { rows: [...inDatabase.rows, ...inFallback], atHub: [...inDatabase.atHub, ...atHub] };
  }

  return {
    ...database,
    put,
    erase,
    ...sendWithFallback({ database, fallback, transfer }),
    ...readWithFallback(database, fallback),
  };
}
