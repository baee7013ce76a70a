import { isUserSubmitted } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transactStores } from './transact.ts';

const DAY_MS = 86_400_000;
/** No policy may keep entries longer on the device. */
const MAX_DAYS = 90;

/** The last moment that is older than the policy's retention. */
export const retentionEnd = (days: number, now: number): number => now - Math.min(days, MAX_DAYS) * DAY_MS;

/**
 * Removes what was kept by `last`, but never what a person said and the hub does not have yet, nor an erasure that it has not
 * answered. Says how many entries went.
 */
export async function pruneRows(db: LedgerDb, last: number): Promise<number> {
  return transactStores(db, ['rows', 'erasures'], 'readwrite', async (transaction) => {
    let removed = 0;
    const old = transaction.objectStore('rows').index('keptAt');
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
