import { computePosition, offset, type Placement, shift } from '@floating-ui/dom';
import { intersects, type Rect, viewportRect } from './viewport-rect.ts';

/** From the most natural to the last resort. */
const placements: readonly Placement[] = ['bottom-start', 'top-start', 'right-start', 'left-start', 'bottom-end', 'top-end'];
/** Distance kept from the window's edge, in CSS pixels. */
const edge = 8;

/**
 * Where a card beside an element goes: the first place where it is whole on screen and covers neither its element nor what the person
 * is typing in; else the corner of the window where it covers least.
 */
export async function placeCard(card: HTMLElement, beside: Element, gap: number): Promise<{ x: number; y: number }> {
  const view = card.ownerDocument.defaultView ?? window;
  const avoided = [viewportRect(beside), ...typedIn(card.ownerDocument)];
  const reference = { getBoundingClientRect: () => viewportRect(beside), contextElement: beside };
  const { width, height } = card.getBoundingClientRect();
  for (const placement of placements) {
    const middleware = [offset(gap), shift({ padding: edge })];
    const { x, y } = await computePosition(reference, card, { strategy: 'fixed', placement, middleware });
    const rect = { left: x, top: y, right: x + width, bottom: y + height };
    const whole = rect.left >= 0 && rect.top >= 0 && rect.right <= view.innerWidth && rect.bottom <= view.innerHeight;
    if (whole && !avoided.some((one) => intersects(rect, one))) return { x, y };
  }
  return corners(width, height, view).reduce((best, one) => (covered(one, avoided) < covered(best, avoided) ? one : best));
}

interface Spot extends Rect {
  x: number;
  y: number;
}

function corners(width: number, height: number, { innerWidth, innerHeight }: Window): Spot[] {
  const xs = [edge, Math.max(edge, innerWidth - width - edge)];
  const ys = [Math.max(edge, innerHeight - height - edge), edge];
  return ys.flatMap((y) => xs.map((x) => ({ x, y, left: x, top: y, right: x + width, bottom: y + height })));
}

const covered = (spot: Rect, avoided: readonly Rect[]): number =>
  avoided.reduce((sum, one) => {
    const width = Math.min(spot.right, one.right) - Math.max(spot.left, one.left);
    const height = Math.min(spot.bottom, one.bottom) - Math.max(spot.top, one.top);
    return sum + Math.max(0, width) * Math.max(0, height);
  }, 0);

const editable =
  'input:not([type=button],[type=submit],[type=checkbox],[type=radio]),textarea,select,[contenteditable]:not([contenteditable=false])';

/** The field that has the focus, if a person types there. */
function typedIn(document: Document): Rect[] {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.matches(editable) ? [active.getBoundingClientRect()] : [];
}
