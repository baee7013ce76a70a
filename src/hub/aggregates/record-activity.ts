import { type SQL, sql } from 'drizzle-orm';

/** The first two days on which an install sent something other than answers. */
interface ActiveDays {
  activeOn: string | null;
  activeAgainOn: string | null;
}

/** Is what an install sends on a day to be noted? Only its first two days are, so nobody's days of work are recorded. */
export const isNewActivity = ({ activeOn, activeAgainOn }: ActiveDays, day: string): boolean =>
  activeAgainOn === null && (activeOn === null || activeOn < day);

/**
 * Notes that the install in the relation `held` sent something other than an answer on a day, unless two days are noted. By the hub's
 * clock: what a device says of itself can be made up.
 */
export const recordActivity = (day: string): SQL => sql`
  update installs
  set active_again_on = case when active_on is null then null else ${day}::date end, active_on = coalesce(active_on, ${day}::date)
  from held
  where id = held.install and active_again_on is null and (active_on is null or active_on < ${day}::date)`;
