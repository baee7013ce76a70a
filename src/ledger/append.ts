import { entry as entrySchema } from '../model/entry/entry.ts';
import { formatPath } from '../model/fault/fault.ts';
import type { LedgerRow } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

export interface AppendRequest {
  /** As received from the page or the form; it is parsed here. */
  entry: unknown;
  /** The policy rule that keeps it on the device, if there is one. */
  withheldBy?: string;
}

export type AppendResult =
  | { ok: true; seq: number /** The ledger had it already: the same message came twice. */; duplicate: boolean }
  | { ok: false; why: 'malformed' | 'full' | 'broken'; detail: string };

/** A row for an entry that fits the schema, or a description of what is wrong with it. */
export function toRow({ entry, withheldBy }: AppendRequest, recordedAt: number): Omit<LedgerRow, 'seq'> | { malformed: string } {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) {
    const detail = parsed.error.issues.map(({ path, message }) => `${formatPath(path) || 'entry'}: ${message}`).join('; ');
    return { malformed: detail };
  }
  const row = { entry: parsed.data, recordedAt, attempts: 0 };
  return withheldBy === undefined ? { ...row, state: 'waiting' } : { ...row, state: 'withheld', withheldBy };
}

/** Writes a row. When this resolves, it is on the disk. */
export async function putRow(db: LedgerDb, row: Omit<LedgerRow, 'seq'>): Promise<{ seq: number; duplicate: boolean }> {
  return transact(db, 'readwrite', async (rows) => {
    const existing = await rows.index('id').getKey(row.entry.id);
    // The key comes from the store's own counter, which the type of a complete row cannot express.
    const seq = existing ?? (await rows.add(row as LedgerRow));
    return { seq, duplicate: existing !== undefined };
  });
}
