import { sql } from 'drizzle-orm';
import type { Store } from '../../store/store.ts';

/** A colleague has so long to change what was returned. */
const RETURNED_DAYS = 90;

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/**
 * Deletes what is no longer needed of proposals.
 *
 * | proposal                            | what is deleted, and when                                                            |
 * |-------------------------------------|--------------------------------------------------------------------------------------|
 * | waiting                             | nothing: an author has still to decide                                               |
 * | returned                            | all of it, 90 days after it was returned                                             |
 * | declined                            | all of it, at the end of the retention                                               |
 * | taken, and its draft is published   | the note and the pictures, at the end of the retention: the guide is in the pack     |
 * | withdrawn                           | its content at once; the rest at the end of the retention, unless a draft that takes it out of what is published is still open |
 */
export async function pruneProposals(store: Store, { now, before }: { now: Date; before: Date }): Promise<void> {
  const returnedBefore = dayOf(new Date(now.getTime() - RETURNED_DAYS * 86_400_000));
  await store.execute(sql`delete from proposals where state = 'returned' and decided_on < ${returnedBefore}::date`);
  await store.execute(sql`delete from proposals where state = 'declined' and decided_on < ${dayOf(before)}::date`);
  await store.execute(sql`delete from proposals where state = 'withdrawn' and decided_on < ${dayOf(before)}::date
    and not exists (select 1 from pack_drafts where id = removal and state <> 'published')`);
  await store.execute(sql`update proposals set content = ((content::jsonb) - 'note' - 'pictures')::text
    where state = 'taken' and decided_on < ${dayOf(before)}::date and content::jsonb ?| array['note', 'pictures']
    and exists (select 1 from pack_drafts where id = draft and state = 'published')`);
}
