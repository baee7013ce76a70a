import { and, lt, not } from 'drizzle-orm';
import { dailyUsage, questions } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Deletes what installs sent on earlier days, and the unpublished questions that nobody answered within the retention. */
export async function pruneCounters(store: Store, { now, before }: { now: Date; before: Date }): Promise<void> {
  await store.delete(dailyUsage).where(lt(dailyUsage.day, dayOf(now)));
  await store.delete(questions).where(and(not(questions.isPublished), lt(questions.lastDay, dayOf(before))));
}
