import { autoUpdate, computePosition, flip, offset, type Placement, shift } from '@floating-ui/dom';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Distance in CSS pixels, away from the element or along its side. */
type Gap = number | { mainAxis: number; crossAxis: number };

/** Keep a box of ours beside an element of the page while both are there. Fixed to the viewport; follows scrolling and layout. */
export function usePlaced(box: RefObject<HTMLElement | null>, beside: Element | null, placement: Placement, gap: Gap): void {
  useLayoutEffect(() => {
    const own = box.current;
    if (!own || !beside) return undefined;
    const place = async () => {
      const options = {
        strategy: 'fixed' as const,
        placement,
        middleware: [offset(gap), flip({ fallbackAxisSideDirection: 'end' }), shift({ padding: 8 })],
      };
      const { x, y, placement: chosen } = await computePosition(beside, own, options);
      Object.assign(own.style, { left: `${x}px`, top: `${y}px`, visibility: onScreen(beside) ? 'visible' : 'hidden' });
      own.dataset.side = chosen.split('-')[0];
    };
    return autoUpdate(beside, own, () => void place());
  }, [beside, placement, gap]);
}

/** Keep a box of ours exactly around an element of the page. */
export function useAround(box: RefObject<HTMLElement | null>, around: Element | null, margin: number): void {
  useLayoutEffect(() => {
    const own = box.current;
    if (!own || !around) return undefined;
    return autoUpdate(around, own, () => {
      const { left, top, width, height } = around.getBoundingClientRect();
      Object.assign(own.style, {
        left: `${left - margin}px`,
        top: `${top - margin}px`,
        width: `${width + 2 * margin}px`,
        height: `${height + 2 * margin}px`,
      });
    });
  }, [around, margin]);
}

function onScreen(element: Element): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
