import { NEW_AGAIN_WEEKS } from '../participants.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * The fewest people that finished a guide: the largest sum of weekly rows in which nobody is twice. After a quarter of a year somebody may
 * be in a row again, so rows are added up over a quarter and no longer.
 *
 * @param rows oldest first
 */
export function helpedOf(rows: readonly { week: string; people: number }[]): number | null {
  const sums = rows.map(({ week: last }) => {
    const from = Date.parse(last) - NEW_AGAIN_WEEKS * WEEK_MS;
    const within = rows.filter(({ week }) => Date.parse(week) > from && week <= last);
    return within.reduce((sum, { people }) => sum + people, 0);
  });
  return sums.length === 0 ? null : Math.max(...sums);
}
