import { isUserSubmitted } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transactStores } from './transact.ts';

const DAY_MS = 86_400_000;
/** No policy may keep entries on the device for longer. */
const MAX_DAYS = 90;

/** The moment at or before which rows are older than the policy's retention. */
export const retentionEnd = (days: number, now: number): number => now - Math.min(days, MAX_DAYS) * DAY_MS;

/**
 * Deletes what was recorded at or before `last`, but never what a person submitted and the hub does not have yet, nor an erasure that
 * the hub has not answered. Returns the number of entries deleted.
 */
export async function pruneRows(db: LedgerDb, last: number): Promise<number> {
  return transactStores(db, ['rows', 'erasures'], 'readwrite', async (transaction) => {
    let removed = 0;
    const old = transaction.objectStore('rows').index('recordedAt');
    for (let cursor = await old.openCursor(IDBKeyRange.upperBound(last)); cursor; cursor = await cursor.continue()) {
      if (cursor.value.state === 'waiting' && isUserSubmitted(cursor.value)) continue;
      await cursor.delete();
      removed++;
    }
    const erasures = transaction.objectStore('erasures');
    for (const { id, requestedAt, receipt } of await erasures.getAll())
      if (receipt && requestedAt <= last) await erasures.delete(id);
    return removed;
  });
}
