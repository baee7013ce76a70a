import { isSaid, type Row } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { type Rows, transact } from './transact.ts';

/** Fewer at once would be asked for again at the next entry. */
const LEAST = 50;
const SHARE = 10;

/** Is this a browser's way to say that the disk, or our part of it, is full? */
export const isFull = (fault: unknown): boolean =>
  fault instanceof DOMException && (fault.name === 'QuotaExceededError' || /no ?space|disk (is )?full/i.test(fault.message));

/** Drops a tenth of the ledger, oldest first: what the hub has before what it has not, and nothing that a person said. Says how many. */
export async function makeRoom(db: LedgerDb): Promise<number> {
  return transact(db, 'readwrite', async (rows) => {
    const most = Math.max(LEAST, Math.ceil((await rows.count()) / SHARE));
    const had = await dropOldest(rows, most, (row) => !isSaid(row) && row.state !== 'waiting');
    return had + (await dropOldest(rows, most - had, (row) => !isSaid(row)));
  });
}

async function dropOldest(rows: Rows<'readwrite'>, most: number, may: (row: Row) => boolean): Promise<number> {
  let dropped = 0;
  for (let cursor = await rows.openCursor(); cursor && dropped < most; cursor = await cursor.continue()) {
    if (!may(cursor.value)) continue;
    await cursor.delete();
    dropped++;
  }
  return dropped;
}
