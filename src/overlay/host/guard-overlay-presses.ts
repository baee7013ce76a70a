import { guardPresses, type PressGuard } from '../../presses/guard-presses.ts';
import { observeVisibility } from '../../presses/observed-visibility.ts';
import { sampleVisibility } from '../../presses/sampled-visibility.ts';
import { isHostCovered } from './is-host-covered.ts';
import { isInViewTransition } from './is-in-view-transition.ts';
import { entriesAbove } from './top-layer.ts';

/** What the person sees as one thing and presses in. */
export const PARTS = '.card,.panel,.undo,.launcher,.pill,.beacon,.underline';
/** What else is drawn over the page. */
const OTHERS = '.ring,.ghost';
/** CSS pixels around a part that its shadow takes up. */
const SHADOW_PX = 50;

interface OverlayPressDeps {
  root: ShadowRoot;
  lifetime: AbortSignal;
  onHidden: (part: Element) => void;
}

/** Presses in the overlay count only on what the person sees: by the browser's own report, or by looking where it gives none. */
export function guardOverlayPresses({ root, lifetime, onHidden }: OverlayPressDeps): PressGuard {
  const { host } = root;
  const isCoveredNow = (element: Element) => isHostCovered(host, element);
  const deps = { root, lifetime, parts: PARTS, onHidden };
  if (import.meta.env.FIREFOX) {
    const watchVisibility = (onChange: () => void) => sampleVisibility({ lifetime, onChange, isCovered: isCoveredNow });
    return guardPresses({ ...deps, watchVisibility, isCovered: isCoveredNow });
  }
  // The browser counts as cover what is ours as well; nothing else can lie above us but what is in the top layer.
  const isUnderOwnAlone = (part: Element) => isUnderOwn(root, part) && entriesAbove(host).length === 0;
  return guardPresses({
    ...deps,
    watchVisibility: (onChange) => observeVisibility(lifetime, onChange, isUnderOwnAlone),
    isCovered: () => isInViewTransition(host.ownerDocument),
  });
}

/** Does something else of ours reach over this part, with its shadow? */
function isUnderOwn(root: ShadowRoot, part: Element): boolean {
  const own = part.getBoundingClientRect();
  return [...root.querySelectorAll(`${PARTS},${OTHERS}`)].some((other) => {
    if (other.contains(part) || part.contains(other)) return false;
    const { left, right, top, bottom } = other.getBoundingClientRect();
    const isBeside = left - SHADOW_PX > own.right || right + SHADOW_PX < own.left;
    return !isBeside && top - SHADOW_PX <= own.bottom && bottom + SHADOW_PX >= own.top;
  });
}
