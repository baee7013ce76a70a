import { entry as entrySchema } from '../model/entry/entry.ts';
import { formatPath } from '../model/fault/fault.ts';
import type { LedgerRow } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

export interface AppendRequest {
  /** What the page or the form handed over: parsed here, at the edge. */
  entry: unknown;
  /** The rule that keeps it on the device, if one does. */
  withheldBy?: string;
}

export type AppendResult =
  | { ok: true; seq: number /** It was here already: a message came twice. */; duplicate: boolean }
  | { ok: false; why: 'malformed' | 'full' | 'broken'; detail: string };

/** A row for an entry that fits the schema, or what is wrong with it. */
export function toRow({ entry, withheldBy }: AppendRequest, keptAt: number): Omit<LedgerRow, 'seq'> | { malformed: string } {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) {
    const detail = parsed.error.issues.map(({ path, message }) => `${formatPath(path) || 'entry'}: ${message}`).join('; ');
    return { malformed: detail };
  }
  const row = { entry: parsed.data, keptAt, attempts: 0 };
  return withheldBy === undefined ? { ...row, state: 'waiting' } : { ...row, state: 'withheld', withheldBy };
}

/** Writes a row. When this resolves it is on the disk, not merely on its way there. */
export async function putRow(db: LedgerDb, row: Omit<LedgerRow, 'seq'>): Promise<{ seq: number; duplicate: boolean }> {
  return transact(db, 'readwrite', async (rows) => {
    const existing = await rows.index('id').getKey(row.entry.id);
    // The key comes from the store's own counter, which the type of a whole row cannot say.
    const seq = existing ?? (await rows.add(row as LedgerRow));
    return { seq, duplicate: existing !== undefined };
  });
}
