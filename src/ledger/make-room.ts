import { isUserSubmitted, type LedgerRow } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { type RowStore, transact } from './transact.ts';

/** Fewer at once would be asked for again at the next entry. */
const MIN_DROPPED_ROWS = 50;
const DROPPED_FRACTION = 10;

/** Is this a browser's way to say that the disk, or our part of it, is full? */
export const isFull = (fault: unknown): boolean =>
  fault instanceof DOMException && (fault.name === 'QuotaExceededError' || /no ?space|disk (is )?full/i.test(fault.message));

/** Drops a tenth of the ledger, oldest first: what the hub has before what it has not, and nothing that a person said. Says how many. */
export async function makeRoom(db: LedgerDb): Promise<number> {
  return transact(db, 'readwrite', async (rows) => {
    const max = Math.max(MIN_DROPPED_ROWS, Math.ceil((await rows.count()) / DROPPED_FRACTION));
    const settledDropped = await dropOldest(rows, max, (row) => !isUserSubmitted(row) && row.state !== 'waiting');
    return settledDropped + (await dropOldest(rows, max - settledDropped, (row) => !isUserSubmitted(row)));
  });
}

async function dropOldest(rows: RowStore<'readwrite'>, max: number, mayDrop: (row: LedgerRow) => boolean): Promise<number> {
  let dropped = 0;
  for (let cursor = await rows.openCursor(); cursor && dropped < max; cursor = await cursor.continue()) {
    if (!mayDrop(cursor.value)) continue;
    await cursor.delete();
    dropped++;
  }
  return dropped;
}
