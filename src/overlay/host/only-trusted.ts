import { guarded } from '../../runtime/lifetime.ts';

/** The lifetime that guards the event handlers in each host. */
const lifetimes = new WeakMap<Element, AbortSignal>();

/** From now on the handlers in this host run guarded. */
export function guardHandlers(host: Element, lifetime: AbortSignal): void {
  lifetimes.set(host, lifetime);
}

/** A handler of ours for an event in a view, guarded. */
export function handler<E extends Event>(listener: (event: E) => void): (event: E) => void {
  return (event) => {
    const lifetime = lifetimes.get(hostOf(event));
    const run = lifetime ? guarded(lifetime, listener) : listener;
    run(event);
  };
}

/** A handler for what a person did themselves. Events that the page makes up (`dispatchEvent`, `element.click()`) are ignored. */
export const onlyTrusted = <E extends Event>(listener: (event: E) => void): ((event: E) => void) =>
  handler((event) => {
    if (event.isTrusted) listener(event);
  });

/** The host of the view that handles an event; undefined for an event of the page. */
const hostOf = ({ currentTarget }: Event): Element => ((currentTarget as Element).getRootNode() as ShadowRoot).host;
