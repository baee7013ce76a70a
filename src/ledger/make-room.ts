import { isUserSubmitted, type LedgerRow } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { type RowStore, transact } from './transact.ts';

/** Dropping fewer at a time would be necessary again at the next entry. */
const MIN_DROPPED_ROWS = 50;
/** One row in this many is dropped. */
const DROPPED_FRACTION = 10;

/** Does the error mean that the disk, or the browser's quota for us, is full? Browsers report it in different ways. */
export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'QuotaExceededError' || /no ?space|disk (is )?full/i.test(error.message));

/**
 * Drops a tenth of the ledger, oldest first: rows that the hub has answered before rows that wait, and never what a person submitted.
 * Returns the number of rows dropped.
 */
export async function makeRoom(db: LedgerDb): Promise<number> {
  return transact(db, 'readwrite', async (rows) => {
    const max = Math.max(MIN_DROPPED_ROWS, Math.ceil((await rows.count()) / DROPPED_FRACTION));
    const answeredDropped = await dropOldest(rows, max, (row) => !isUserSubmitted(row) && row.state !== 'waiting');
    return answeredDropped + (await dropOldest(rows, max - answeredDropped, (row) => !isUserSubmitted(row)));
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
