import { composedAncestors } from './composed-tree.ts';
import { documentOf, frameElementOf, localNameOf, parentElementOf, readAttribute, windowOf } from './node-getters.ts';

/**
 * What people see of an element. `hidden`: it is not drawn, or is drawn where nobody can see it. `aside`: it is drawn, but the page
 * declares it irrelevant, or cuts it off now. `shown`: neither.
 */
export type Visibility = 'shown' | 'aside' | 'hidden';

/** Native fields are often transparent or tiny, over or beside the drawing that people see of them: their parent tells. */
const DRAWN_BY_OTHERS = /^(input|select|textarea)$/;
/** A box of this width or height that cuts off its content shows nothing of it. */
const MAX_EMPTY_PX = 1;
const CUTS_OFF = /hidden|clip/;
const CLIPPED_AWAY = /^inset\((50|100)%|^rect\((?:[01]px,? ?){4}\)/;
type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom' | 'width' | 'height'>;
/** A form may have a field of this name. */
const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** What an absolutely positioned box is placed and cut off by; a fixed one only by what is transformed. */
const isContainingBlock = ({ position, transform }: CSSStyleDeclaration, isFixed: boolean): boolean =>
  transform !== 'none' || (!isFixed && position !== 'static');

/** Is it drawn? An element of `display: contents` has no box of its own, yet what is in it is drawn. */
export const isRendered = (element: Element): boolean =>
  element.checkVisibility() || getComputedStyle(element).display === 'contents';

/**
 * Whether people see an element, as far as styles, places and attributes tell. Asking makes the browser lay out the page.
 *
 * @param ownBoxes so many boxes, from the element outwards, may be transparent because others are drawn in their place
 */
export function visibilityOf(element: Element, ownBoxes = 0): Visibility {
  if (!isRendered(element)) return 'hidden';
  const drawn = (DRAWN_BY_OTHERS.test(element.localName) && parentElementOf(element)) || element;
  const styleOf = (one: Element) => windowOf(one)!.getComputedStyle(one);
  if (styleOf(drawn).visibility !== 'visible') return 'hidden';
  let box: Box = boxOf(drawn);
  let level: Visibility = 'shown';
  let position = '';
  for (const [depth, around] of composedAncestors(drawn, { acrossFrames: false }).entries()) {
    const style = styleOf(around);
    if (isInvisible(style)) {
      if (depth >= ownBoxes) return 'hidden';
      level = 'aside';
    }
    if (readAttribute(around, 'aria-hidden') === 'true' || readAttribute(around, 'inert') !== null) level = 'aside';
    if (/absolute|fixed/.test(position) && !isContainingBlock(style, position === 'fixed')) continue;
    position = style.position;
    if (around === drawn || !cutsOff(around, style)) continue;
    const cut = visibilityIn(around, box, style);
    if (cut === 'hidden') return cut;
    if (cut === 'aside') level = cut;
    box = boxOf(around);
  }
  if (isOutsideOfWindow(drawn, box, position)) return 'hidden';
  const frame = frameElementOf(drawn);
  return frame && level === 'shown' ? visibilityOf(frame) : level;
}

const isInvisible = ({ opacity, clipPath, clip }: CSSStyleDeclaration): boolean =>
  opacity === '0' || CLIPPED_AWAY.test(clipPath) || CLIPPED_AWAY.test(clip);

/** The styles of the root and the body on what overflows are those of the window. */
const cutsOff = (around: Element, { overflowX, overflowY, display }: CSSStyleDeclaration): boolean =>
  !/^(html|body)$/.test(localNameOf(around) ?? '') &&
  !/^(inline|contents)$/.test(display) &&
  `${overflowX}${overflowY}` !== 'visiblevisible';

/** Whether a box is seen in one that cuts off what it holds. What is before the start of its content cannot be scrolled to. */
function visibilityIn(around: Element, box: Box, { overflowX, overflowY, direction }: CSSStyleDeclaration): Visibility {
  const frame = boxOf(around);
  const axes = [
    {
      overflow: overflowX,
      size: frame.width,
      before: frame.left - box.right,
      after: box.left - frame.right,
      scrolled: around.scrollLeft,
    },
    {
      overflow: overflowY,
      size: frame.height,
      before: frame.top - box.bottom,
      after: box.top - frame.bottom,
      scrolled: around.scrollTop,
    },
  ];
  let level: Visibility = 'shown';
  for (const [axis, { overflow, size, before, after, scrolled }] of axes.entries()) {
    if (!CUTS_OFF.test(overflow)) continue;
    const isReversed = axis === 0 && direction === 'rtl';
    if (size <= MAX_EMPTY_PX || (isReversed ? after + scrolled : before - scrolled) >= 0) return 'hidden';
    if (before >= 0 || after >= 0) level = 'aside';
  }
  return level;
}

/** Is a box where no scrolling of the document shows it? */
function isOutsideOfWindow(element: Element, { left, right, top, bottom }: Box, position: string): boolean {
  const view = windowOf(element)!;
  const { innerWidth, innerHeight, scrollX, scrollY } = view;
  const { documentElement, body } = documentOf(element);
  if (position === 'fixed') return right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight;
  const isCutOff = [documentElement, body].some((one) => one && CUTS_OFF.test(view.getComputedStyle(one).overflowX));
  const isReversed = view.getComputedStyle(documentElement).direction === 'rtl';
  const isBeforeStart = right + scrollX <= 0;
  const isAfterEnd = left + scrollX >= innerWidth;
  return bottom + scrollY <= 0 || (isBeforeStart && (!isReversed || isCutOff)) || (isAfterEnd && (isReversed || isCutOff));
}
