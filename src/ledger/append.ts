import { entry as entrySchema } from '../model/entry.ts';
import { pathText } from '../model/fault.ts';
import type { Row } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

export interface Appending {
  /** What the page or the form handed over: parsed here, at the edge. */
  entry: unknown;
  /** The rule that keeps it on the device, if one does. */
  withheldBy?: string;
}

export type Appended =
  | { ok: true; seq: number /** It was here already: a message came twice. */; again: boolean }
  | { ok: false; why: 'malformed' | 'full' | 'broken'; said: string };

/** A row for an entry that fits the schema, or what is wrong with it. */
export function toRow({ entry, withheldBy }: Appending, keptAt: number): Omit<Row, 'seq'> | { malformed: string } {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) {
    const said = parsed.error.issues.map(({ path, message }) => `${pathText(path) || 'entry'}: ${message}`).join('; ');
    return { malformed: said };
  }
  const row = { entry: parsed.data, keptAt, attempts: 0 };
  return withheldBy === undefined ? { ...row, state: 'waiting' } : { ...row, state: 'withheld', withheldBy };
}

/** Writes a row. When this resolves it is on the disk, not merely on its way there. */
export async function putRow(db: LedgerDb, row: Omit<Row, 'seq'>): Promise<{ seq: number; again: boolean }> {
  return transact(db, 'readwrite', async (rows) => {
    const here = await rows.index('id').getKey(row.entry.id);
    // The key comes from the store's own counter, which the type of a whole row cannot say.
    const seq = here ?? (await rows.add(row as Row));
    return { seq, again: here !== undefined };
  });
}
