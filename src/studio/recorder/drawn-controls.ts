import { INTERACTIVE_ELEMENTS } from '../../dom/interactive-elements.ts';
import { matchesSelector } from '../../dom/node-getters.ts';

/** Which controls were drawn at a moment. */
export interface DrawnControls {
  at: number;
  has(element: Element): boolean;
}

/** What comes up and is worth a check, beside controls. */
export const ANNOUNCING =
  'dialog[open],[role=dialog],[role=alertdialog],[role=alert],[role=status],[role=log],[popover],[aria-live]';
const WATCHED = `${INTERACTIVE_ELEMENTS},${ANNOUNCING},[role=listbox],[role=menu],[role=gridcell]`;
/** Of a larger page, the first so many are read. */
const MAX_CONTROLS = 4000;

/** The controls that are drawn in these trees now. */
export function readDrawnControls(roots: Iterable<Document | ShadowRoot>, at: number): DrawnControls {
  const drawn = new WeakSet<Element>();
  let count = 0;
  for (const root of roots) {
    for (const element of root.querySelectorAll(WATCHED)) {
      count += 1;
      if (count > MAX_CONTROLS) return { at, has: () => true };
      if (isDrawnNow(element)) drawn.add(element);
    }
  }
  return { at, has: (element) => drawn.has(element) || !matchesSelector(element, WATCHED) };
}

/** Is it drawn where somebody can see it, as far as that is cheap to tell? */
export function isDrawnNow(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height, right, bottom } = Element.prototype.getBoundingClientRect.call(element);
  return width >= 1 && height >= 1 && right > 0 && bottom > -window.scrollY;
}
