import { eq } from 'drizzle-orm';
import { dailyRuns } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { judgeClock } from './judge-clock.ts';

/** The only row. */
const ID = 1;

/** Stores that the daily jobs run now. Returns from when on the clock of this hub is believed: perhaps now, perhaps hours from now. */
export function noteDailyRun(store: Store, now: Date): Promise<Date> {
  return store.transaction(async (tx) => {
    const [last] = await tx.select().from(dailyRuns).where(eq(dailyRuns.id, ID)).for('update');
    const run = judgeClock(last, now);
    await tx
      .insert(dailyRuns)
      .values({ id: ID, ...run })
      .onConflictDoUpdate({ target: dailyRuns.id, set: run });
    return run.believedFrom;
  });
}
