import { parentElementOf } from '../runtime/tree.ts';
import type { Point } from './beside.ts';
import { holds } from './flat-tree.ts';
import { pageAt } from './page-at.ts';
import { type TreeAround, treesAround } from './trees-around.ts';
import { frameView, viewportRect } from './viewport-rect.ts';

/**
 * Does a person see this element now, and can they press it? Not if it is outside of the window, scrolled away within its box or its
 * frame, inert, or lies under something of the page's: guidance would point at what is not there for them.
 */
export function isInView(element: Element, own: Element): boolean {
  const trees = treesAround(element);
  if (trees.some(({ holder }) => holder.closest('[inert]'))) return false;
  const inWindow = ({ x, y }: Point) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  return pointsOf(element).some((point) => inWindow(point) && trees.every((tree) => isUpThere(tree, point, own)));
}

/** Inside a box, in parts of its sides: the middle first, since it nearly always decides. */
const inside = [
  [0.5, 0.5],
  [0.2, 0.25],
  [0.8, 0.25],
  [0.2, 0.75],
  [0.8, 0.75],
] as const;
/** A link may run over many lines; the first few tell. */
const lines = 3;

/** Points of the element in the top window. A link over two lines has a middle that lies beside it, so each of its boxes counts. */
function pointsOf(element: Element): Point[] {
  const { x: dx, y: dy, scale } = frameView(element);
  return [...element.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .slice(0, lines)
    .flatMap(({ x, y, width, height }) =>
      inside.map(([across, down]) => ({
        x: dx + scale * (x + across * width),
        y: dy + scale * (y + down * height),
      })),
    );
}

/** Whether a press at that point would reach the element, something in it, or something drawn as part of it. */
function isUpThere({ root, holder }: TreeAround, point: Point, own: Element): boolean {
  const { x, y, scale } = frameView(holder);
  // A root answers for its own tree, whatever lies over its host: each tree outwards is asked.
  const hit = pageAt(root, { x: (point.x - x) / scale, y: (point.y - y) / scale }, own);
  if (!hit) return false;
  if (holds(holder, hit) || looks(holder).some((one) => holds(one, hit))) return true;
  return holds(hit, holder) && getComputedStyle(holder).pointerEvents === 'none';
}

/** Ready-made controls lay their looks over the element that has the role: in a wrapper a level or two up, hardly bigger than itself. */
function looks(element: Element): Element[] {
  const { width, height } = viewportRect(element);
  const parent = parentElementOf(element);
  return [parent, parent && parentElementOf(parent)].filter((one): one is Element => {
    const box = one && viewportRect(one);
    return box !== null && box.width <= width + 200 && box.height <= height + 60;
  });
}
