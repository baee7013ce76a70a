import { isHostTopmost } from '../../dom/page-element-at.ts';
import { guarded } from '../../runtime/lifetime.ts';

/** The lifetime that guards the event handlers in each host. */
const lifetimes = new WeakMap<Element, AbortSignal>();
/** Hosts above which the page keeps something of its own in the top layer. */
const coveredHosts = new WeakSet<Element>();

/** From now on the handlers in this host run guarded. */
export function guardHandlers(host: Element, lifetime: AbortSignal): void {
  lifetimes.set(host, lifetime);
}

export function setCovered(host: Element, isCovered: boolean): void {
  if (isCovered) coveredHosts.add(host);
  else coveredHosts.delete(host);
}

/** A handler of ours for an event in a view, guarded. */
export function handler<E extends Event>(listener: (event: E) => void): (event: E) => void {
  return (event) => {
    const lifetime = lifetimes.get(hostOf(event));
    const run = lifetime ? guarded(lifetime, listener) : listener;
    run(event);
  };
}

/**
 * A handler for what a person did and saw themselves do. Events that the page makes up (`dispatchEvent`, `element.click()`) are ignored,
 * and so is a press on something that the page has covered or made see-through, so that nobody presses us while aiming at something else.
 */
export const onlyTrusted = <E extends Event>(listener: (event: E) => void): ((event: E) => void) =>
  handler((event) => {
    if (event.isTrusted && (!isPointerPress(event) || isUncovered(hostOf(event), event))) listener(event);
  });

/** `detail` counts the presses of a pointer; a press by keyboard has 0. */
const isPointerPress = (event: Event): event is MouseEvent =>
  event instanceof MouseEvent && event.type === 'click' && event.detail !== 0;

/** The host of the view that handles an event; undefined for an event of the page. */
const hostOf = ({ currentTarget }: Event): Element => ((currentTarget as Element).getRootNode() as ShadowRoot).host;

/** Whether our host is topmost and opaque where the press was. */
function isUncovered(host: Element, event: MouseEvent): boolean {
  if (isUnderTopLayer(host) || !isHostTopmost(host, event)) return false;
  const { opacity, filter, visibility, mixBlendMode } = getComputedStyle(host);
  return opacity === '1' && filter === 'none' && visibility === 'visible' && mixBlendMode === 'normal';
}

/** Whether something of the page's lies above a host and may let presses pass through. No point in the page tells. */
const isUnderTopLayer = (host: Element): boolean =>
  coveredHosts.has(host) &&
  [...host.ownerDocument.querySelectorAll(':popover-open, dialog:modal')].some((one) => !one.contains(host));
