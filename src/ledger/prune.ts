import { isSaid } from './row.ts';
import type { LedgerDb } from './shape.ts';
import { transact } from './transact.ts';

const DAY = 86_400_000;
/** No policy may keep entries longer on the device. */
const MOST_DAYS = 90;

/** Removes what is older than the policy's retention, but never what a person said and the hub does not have yet. Says how many. */
export async function pruneRows(db: LedgerDb, { days, now }: { days: number; now: number }): Promise<number> {
  const last = IDBKeyRange.upperBound(now - Math.min(days, MOST_DAYS) * DAY);
  return transact(db, 'readwrite', async (rows) => {
    let removed = 0;
    for (let cursor = await rows.index('keptAt').openCursor(last); cursor; cursor = await cursor.continue()) {
      if (cursor.value.state === 'waiting' && isSaid(cursor.value)) continue;
      await cursor.delete();
      removed++;
    }
    return removed;
  });
}
