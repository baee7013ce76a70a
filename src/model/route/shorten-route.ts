/** Characters of a route in an entry. */
export const MAX_ROUTE_LENGTH = 300;

/** As many whole segments of a route as an entry takes, and at least its root. */
export function shortenRoute(route: string): string {
  if (route.length <= MAX_ROUTE_LENGTH) return route || '/';
  const cut = route.slice(0, MAX_ROUTE_LENGTH + 1);
  return cut.slice(0, cut.lastIndexOf('/')) || '/';
}
