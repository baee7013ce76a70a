import { composedAncestors } from '../../dom/composed-tree.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { on } from '../../runtime/lifetime.ts';

/** Listens to trusted events of a control, wherever each is received first as one of it. */
export function controlEvents(targets: readonly EventTarget[], controlOf: () => Element | undefined, lifetime: AbortSignal) {
  const received = new WeakSet<Event>();
  return <E extends Event>(type: string, act: (event: E, control: Element) => void, places = targets): void => {
    const onEvent = (event: Event) => {
      const control = event.isTrusted && !received.has(event) ? controlOf() : undefined;
      if (!control || !event.composedPath().includes(control)) return;
      received.add(event);
      act(event as E, control);
    };
    for (const target of places) on(target, type, onEvent, lifetime, { capture: true });
  };
}

/** Whether an element is the control, or is drawn in it. */
export const isInside = (control: Element, other: EventTarget | null): boolean =>
  other !== null && composedAncestors(other as Element, { closedSlots: true }).includes(control);

/** Whether the focus is in an element, in whatever shadow root. */
export function hasFocus(element: Element): boolean {
  let active = (element.getRootNode() as Document | ShadowRoot).activeElement;
  for (let inner = active && shadowRootOf(active)?.activeElement; inner; inner = shadowRootOf(inner)?.activeElement)
    active = inner;
  return active !== null && active !== undefined && isInside(element, active);
}

/** The shadow roots that an element draws itself with, one in another: a change does not leave the one that it happens in. */
export function shadowRootsIn(element: Element): ShadowRoot[] {
  const own = shadowRootOf(element);
  const inner = [...element.querySelectorAll('*'), ...(own?.querySelectorAll('*') ?? [])];
  return [...(own ? [own] : []), ...inner.filter((one) => one.localName.includes('-')).flatMap(shadowRootsIn)];
}
