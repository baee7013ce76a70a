import type { Point } from '../../dom/geometry.ts';
import { isHostTopmost } from '../../dom/page-element-at.ts';
import { guarded } from '../../runtime/lifetime.ts';
import { entriesAbove } from './top-layer.ts';

/** The lifetime that guards the event handlers in each host. */
const lifetimes = new WeakMap<Element, AbortSignal>();
const pressGuards = new WeakMap<Element, PressGuard>();

/** How the host looks unless the page has made it see-through, cut it, or moved what it shows. */
const PLAIN_STYLE = [
  ['opacity', '1'],
  ['visibility', 'visible'],
  ['mixBlendMode', 'normal'],
  ...(['filter', 'transform', 'translate', 'scale', 'rotate', 'clipPath', 'maskImage'] as const).map(
    (name) => [name, 'none'] as const,
  ),
] as const;

export interface PressGuard {
  /** A press was not taken, since the person cannot have seen what they pressed. */
  onRefused: () => void;
}

/** From now on the handlers in this host run guarded. */
export function guardHandlers(host: Element, lifetime: AbortSignal): void {
  lifetimes.set(host, lifetime);
}

export function guardPresses(host: Element, guard: PressGuard): void {
  pressGuards.set(host, guard);
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
 * and so is a press, by pointer or by key, on something that the page has covered or made see-through, so that nobody presses us while aiming
 * at something else. Then our host rises again, and the person is told.
 */
export const onlyTrusted = <E extends Event>(listener: (event: E) => void): ((event: E) => void) =>
  handler((event) => {
    if (!event.isTrusted) return;
    const host = hostOf(event);
    if (event.type !== 'click' || isSeen(host, pointOf(event as Event as MouseEvent))) listener(event);
    else pressGuards.get(host)?.onRefused();
  });

/** `detail` counts the presses of a pointer; a press by keyboard has 0, and falls on the middle of its element. */
function pointOf({ detail, clientX, clientY, currentTarget }: MouseEvent): Point {
  if (detail !== 0) return { x: clientX, y: clientY };
  const { left, top, width, height } = (currentTarget as Element).getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The host of the view that handles an event; undefined for an event of the page. */
const hostOf = ({ currentTarget }: Event): Element => ((currentTarget as Element).getRootNode() as ShadowRoot).host;

/** Is our host topmost there, opaque, and drawn where it is? */
function isSeen(host: Element, point: Point): boolean {
  if (!isHostTopmost(host, point) || isInViewTransition(host.ownerDocument)) return false;
  const style = getComputedStyle(host);
  return PLAIN_STYLE.every(([name, plain]) => style[name] === plain) && entriesAbove(host).length === 0;
}

/** A picture of the page lies over everything while it changes. A browser that does not know the selector has no such transitions. */
function isInViewTransition({ documentElement }: Document): boolean {
  try {
    return documentElement.matches(':active-view-transition');
  } catch {
    return false;
  }
}
