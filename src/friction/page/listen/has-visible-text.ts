/** Has it words, and can eyes see them? Libraries keep what they say to screen readers alone in a dot, behind a clip, or left of the page. */
export function hasVisibleText(element: Element): boolean {
  if (!element.textContent?.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const isInPage = right + scrollX > 0 && bottom + scrollY > 0;
  return isInPage && width > 2 && height > 2 && !isClippedAway(getComputedStyle(element));
}

/** `rect(top, right, bottom, left)` of no size, or an inset of half or more on each side. */
function isClippedAway({ clip, clipPath }: CSSStyleDeclaration): boolean {
  const [top, right, bottom, left] = clip.match(/-?[\d.]+(?=px)/g)?.map(Number) ?? [];
  if (left !== undefined && (right! - left <= 2 || bottom! - top! <= 2)) return true;
  return /^inset\((?:[5-9]\d|100)%\)/.test(clipPath);
}
