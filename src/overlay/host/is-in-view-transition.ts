/** A picture of the page lies over everything while it changes. A browser that does not know the selector has no such transitions. */
export function isInViewTransition({ documentElement }: Document): boolean {
  try {
    return documentElement.matches(':active-view-transition');
  } catch {
    return false;
  }
}
