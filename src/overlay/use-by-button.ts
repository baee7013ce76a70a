import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { LauncherSpot } from '../model/launcher-spot.ts';

/** Keeps the panel by the button that it opens from, whole on screen, on the side where there is room. */
export function useByButton(
  panel: RefObject<HTMLElement | null>,
  button: RefObject<HTMLElement | null>,
  spot: LauncherSpot | null,
): void {
  useLayoutEffect(() => {
    const [own, from] = [panel.current, button.current];
    if (!own || !from) return undefined;
    return autoUpdate(from, own, async () => {
      const middleware = [
        offset(10),
        flip({ padding: 8, fallbackPlacements: ['bottom-end', 'left-end', 'right-end'] }),
        shift({ padding: 8 }),
      ];
      const { x, y } = await computePosition(from, own, { strategy: 'fixed', placement: 'top-end', middleware });
      Object.assign(own.style, { left: `${x}px`, top: `${y}px`, right: 'auto', bottom: 'auto' });
    });
  }, [spot?.edge, spot?.down]);
}
