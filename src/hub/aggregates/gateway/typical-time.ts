/**
 * The typical time of some people: the geometric mean in two significant digits. A median would be the time of one of them, and digits
 * beyond the second would tell it to whoever knows the others.
 *
 * @param ms one time for each person, in milliseconds
 */
export function typicalTime(ms: readonly number[]): number {
  const logMean = ms.reduce((sum, one) => sum + Math.log(Math.max(one, 1)), 0) / ms.length;
  return Number(Math.exp(logMean).toPrecision(2));
}
