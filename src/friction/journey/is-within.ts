/** Whether one route lies in another, as a record lies in its list. */
export function isWithin(inner: string, outer: string): boolean {
  const stem = outer.replace(/\/$/, '');
  return inner.startsWith(`${stem}/`) || inner.startsWith(`${stem}#`);
}
