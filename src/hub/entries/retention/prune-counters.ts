import { and, lt, not } from 'drizzle-orm';
import { accessLog } from '../../store/account-schema.ts';
import { dailyUsage, questions } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The access log holds a year: what staff did is personal data of theirs. */
const ACCESS_LOG_DAYS = 365;

/**
 * Deletes what installs sent on earlier days, the unpublished questions that nobody answered within the retention, and old rows of the
 * access log.
 */
export async function pruneCounters(store: Store, { now, before }: { now: Date; before: Date }): Promise<void> {
  await store.delete(dailyUsage).where(lt(dailyUsage.day, dayOf(now)));
  await store.delete(accessLog).where(lt(accessLog.hour, new Date(now.getTime() - ACCESS_LOG_DAYS * 86_400_000)));
  await store.delete(questions).where(and(not(questions.isPublished), lt(questions.lastDay, dayOf(before))));
}
