import { composedAncestors } from '../../../dom/composed-tree.ts';

/** The elements that an event passes, inside out. */
export const elementsInPath = (event: Event): Element[] =>
  event.composedPath().filter((one): one is Element => (one as Node).nodeType === 1);

/** The elements that an event on this one would pass within its own document, inside out. */
export const eventPathOf = (element: Element | null): Element[] =>
  element ? composedAncestors(element, { acrossFrames: false }) : [];

/** The `class` attribute as it is written, for elements of HTML and of SVG. */
export const classAttributeOf = (node: Node | null): string => String((node as Element | null)?.getAttribute?.('class'));

/**
 * Does an element have text that can be seen? Libraries hide text for screen readers in a box of one pixel, behind a clip, or left of
 * the page.
 */
export function hasVisibleText(element: Element): boolean {
  if (!element.textContent?.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const isInPage = right + scrollX > 0 && bottom + scrollY > 0;
  return isInPage && width > 2 && height > 2 && !isClippedAway(getComputedStyle(element));
}

/** Is it clipped by `rect(top, right, bottom, left)` of no size, or by an inset of half or more on each side? */
function isClippedAway({ clip, clipPath }: CSSStyleDeclaration): boolean {
  const [top, right, bottom, left] = clip.match(/-?[\d.]+(?=px)/g)?.map(Number) ?? [];
  if (left !== undefined && (right! - left <= 2 || bottom! - top! <= 2)) return true;
  return /^inset\((?:[5-9]\d|100)%\)/.test(clipPath);
}
