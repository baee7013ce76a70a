/** A number rounded down to 0, 10, 20, 50, 100, 200, 500 and so on, so that one more or less is not seen. */
export function roundDownCount(exact: number): number {
  if (exact < 10) return 0;
  const power = 10 ** Math.floor(Math.log10(exact));
  return [5, 2, 1].map((step) => step * power).find((step) => step <= exact) ?? 0;
}
