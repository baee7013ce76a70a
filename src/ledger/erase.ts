import type { Row } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

/** Erases the entry, and with feedback the words that belong to it. Gives back what was erased. */
export async function eraseRows(db: LedgerDb, id: string): Promise<Row[]> {
  return transact(db, 'readwrite', async (rows) => {
    const row = await rows.index('id').get(id);
    const words = row?.entry.kind === 'feedback' ? await rows.index('kind').getAll('words') : [];
    const erased = [...(row ? [row] : []), ...words.filter(({ entry }) => entry.kind === 'words' && entry.of === id)];
    for (const { seq } of erased) await rows.delete(seq);
    return erased;
  });
}
