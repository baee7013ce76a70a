import { type ContainingTree, composedAncestors, containingTrees } from '../../dom/composed-tree.ts';
import { frameTransform, isWithin, type Point, viewportRect } from '../../dom/geometry.ts';
import { isInOtherWindow } from '../../dom/is-in-other-window.ts';
import { containsElement } from '../../dom/node-getters.ts';
import { pageElementAt } from '../../dom/page-element-at.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import { visualWrappersOf } from '../../dom/visual-wrappers.ts';

/**
 * Whether a person sees this element now and can press it. They cannot if it is outside of the window, scrolled away within its box or its
 * frame, inert, or covered by something of the page: guidance would point at what is not there for them.
 */
export function isInView(element: Element, ownHost: Element): boolean {
  if (isInOtherWindow(element)) return false;
  const trees = containingTrees(element);
  if (trees.some(({ holder }) => holder.closest('[inert]'))) return false;
  const { width, height } = viewportSize();
  const isInWindow = ({ x, y }: Point) => x >= 0 && y >= 0 && x < width && y < height;
  return samplePointsOf(element).some((point) => isInWindow(point) && trees.every((tree) => isReachable(tree, point, ownHost)));
}

/**
 * Why a person does not see a control: it is outside of the window or of a box that scrolls, something is in front of it, it is in another
 * window, or the page does not draw it.
 */
export type OutOfSight = 'scrolled' | 'covered' | 'moved' | 'hidden';

/** Why an element that is not in view is not. What is scrolled away can be scrolled to. */
export function outOfSightBy(element: Element): OutOfSight {
  if (isInOtherWindow(element)) return 'moved';
  if (containingTrees(element).some(({ holder }) => holder.closest('[inert]'))) return 'covered';
  const points = samplePointsOf(element);
  if (points.length === 0) return 'hidden';
  const boxes = composedAncestors(element).slice(1).filter(isClipping).map(viewportRect);
  const { width, height } = viewportSize();
  const visible = [new DOMRect(0, 0, width, height), ...boxes];
  return points.some((point) => visible.every((box) => isWithin(box, point))) ? 'covered' : 'scrolled';
}

/** What is outside of it is not drawn. The overflow of the root and of the body is that of the window. */
export const isClipping = (element: Element): boolean =>
  !/^(html|body)$/.test(element.localName) &&
  (/^i?frame$/.test(element.localName) || getComputedStyle(element).overflow !== 'visible');

/** Points inside a box, as shares of its sides; the middle comes first, since it nearly always decides. */
const SAMPLE_POINTS = [
  [0.5, 0.5],
  [0.2, 0.25],
  [0.8, 0.25],
  [0.2, 0.75],
  [0.8, 0.75],
] as const;
/** A link may run over many lines; the first few are enough. */
const MAX_LINE_BOXES = 3;

/** Points of the element in the top window. The middle of a link over two lines may lie beside it, so each line box is sampled. */
function samplePointsOf(element: Element): Point[] {
  const { x: dx, y: dy, scale } = frameTransform(element);
  return [...element.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .slice(0, MAX_LINE_BOXES)
    .flatMap(({ x, y, width, height }) =>
      SAMPLE_POINTS.map(([across, down]) => ({
        x: dx + scale * (x + across * width),
        y: dy + scale * (y + down * height),
      })),
    );
}

/** Whether a press at that point would reach the element, something in it, or something drawn as part of it. */
function isReachable({ root, holder }: ContainingTree, point: Point, ownHost: Element): boolean {
  const { x, y, scale } = frameTransform(holder);
  // A root knows only its own tree, whatever covers its host, so each tree outwards is asked.
  const hit = pageElementAt(root, { x: (point.x - x) / scale, y: (point.y - y) / scale }, ownHost);
  if (!hit) return false;
  if (containsElement(holder, hit) || visualWrappersOf(holder).some((one) => containsElement(one, hit))) return true;
  return containsElement(hit, holder) && getComputedStyle(holder).pointerEvents === 'none';
}
