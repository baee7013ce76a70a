/** Is one route part of another, as a record is part of its list? */
export function isWithin(inner: string, outer: string): boolean {
  const stem = outer.replace(/\/$/, '');
  return inner.startsWith(`${stem}/`) || inner.startsWith(`${stem}#`);
}
