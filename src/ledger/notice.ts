import type { LedgerDb } from './shape.ts';
import { across } from './transact.ts';

/** Something that the owner of the ledger should know about it. Times are milliseconds by the device clock. */
export interface Notice {
  seq: number;
  /** dropped: so many of the oldest entries, none of them said by a person, went to make room on a full disk. */
  what: 'dropped';
  count: number;
  from: number;
  to: number;
}

const DAY = 86_400_000;

/** Notes that entries were dropped; what happens within a day is one notice. */
export async function noteDropped(db: LedgerDb, { count, now }: { count: number; now: number }): Promise<void> {
  await across(db, ['notices'], 'readwrite', async (transaction) => {
    const notices = transaction.objectStore('notices');
    const last = (await notices.openCursor(null, 'prev'))?.value;
    if (last && now - last.from < DAY) await notices.put({ ...last, count: last.count + count, to: now });
    // The key comes from the store's own counter, which the type of a whole notice cannot say.
    else await notices.add({ what: 'dropped', count, from: now, to: now } as Notice);
  });
}
