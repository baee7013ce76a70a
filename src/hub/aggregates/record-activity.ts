import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { installs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isoDay } from './week.ts';

/**
 * Notes that an install sent something other than an answer on a day. Only the first two days are kept, so nobody's days of work are
 * recorded. By the hub's clock: what a device says of itself can be made up.
 */
export async function recordActivity(store: Store, install: string, now: Date): Promise<void> {
  const day = isoDay(now);
  const isNew = and(isNull(installs.activeAgainOn), or(isNull(installs.activeOn), lt(installs.activeOn, day)));
  await store
    .update(installs)
    .set({
      activeAgainOn: sql`case when ${installs.activeOn} is null then null else ${day}::date end`,
      activeOn: sql`coalesce(${installs.activeOn}, ${day}::date)`,
    })
    .where(and(eq(installs.id, install), isNew));
}
