import { composedAncestors } from '../../dom/composed-tree.ts';
import { isOwnHost, shadowRootOf } from '../../dom/shadow-root-of.ts';
import { after, on } from '../../runtime/lifetime.ts';
import type { ControlListener, ListeningPlace } from './control-listener.ts';
import { entryKindOf, entryValueOf } from './entry-kind.ts';
import { advanceEntry, type EntryEvent, type EntryState, initialEntry } from './entry-machine.ts';

/** Milliseconds that a page has to put into a field what was pressed in its calendar, its list or the like. */
const SETTLE_MS = 100;

/** Hears when the person has entered a value into a control, whatever the control is made of. */
export function listenForEntry(report: () => void, stepLifetime: AbortSignal): ControlListener {
  let entry: EntryState | undefined;
  /** The person was in the control last. */
  let isEngaged = false;
  let place: ListeningPlace | undefined;

  function send(control: Element, event: EntryEvent): void {
    const { state, isEntered } = advanceEntry(entryKindOf(control), entry ?? initialEntry(undefined), event);
    entry = state;
    if (isEntered) report();
  }

  const settle = (control = place?.controlOf()): void => {
    if (!control?.isConnected) return;
    const isTyping = entryKindOf(control) !== 'choice' && hasFocus(control);
    if (isEngaged && !isTyping) send(control, { is: 'settled', value: entryValueOf(control) });
  };

  return {
    attach(attached) {
      place = attached;
      const { targets, element, controlOf, lifetime } = attached;
      entry ??= initialEntry(entryValueOf(element));
      const listen = listenerOf(targets, controlOf, lifetime);
      const changed = (_: Event, control: Element) =>
        send(control, { is: 'changed', isFocused: hasFocus(control), value: entryValueOf(control) });
      // A change does not leave the shadow root that it happens in.
      for (const root of shadowRootsIn(element)) listen('change', changed, [root]);
      listen('change', changed);
      listen('input', (_, control) => send(control, { is: 'typed' }));
      listen<FocusEvent>('focusin', ({ relatedTarget }, control) => {
        if (isInside(control, relatedTarget)) return;
        // What was pressed in its calendar may stand in it by now.
        settle(control);
        isEngaged = true;
        send(control, { is: 'entered', value: entryValueOf(control) });
      });
      listen<FocusEvent>('focusout', ({ relatedTarget }, control) => {
        // The window itself has lost the focus: the person comes back to where they were.
        if (isInside(control, relatedTarget) || !control.ownerDocument.hasFocus()) return;
        send(control, { is: 'left', value: entryValueOf(control) });
      });
      listen('pointerdown', () => {
        isEngaged = true;
      });
      listen<KeyboardEvent>('keydown', (event, control) => {
        const { key, isComposing } = event;
        if (isComposing) return;
        isEngaged = true;
        const complete = () => send(control, { is: 'key', key, value: entryValueOf(control) });
        // Enter in an open list chooses from it, and what was chosen stands there afterwards.
        if (control.getAttribute('aria-expanded') === 'true') after(0, complete, stepLifetime);
        else complete();
      });
      const settleSoon = ({ isTrusted, target }: Event) => {
        if (isTrusted && isEngaged && !isOwnHost(target as Node)) after(SETTLE_MS, () => settle(), stepLifetime);
      };
      for (const type of ['click', 'keyup']) on(targets[0]!, type, settleSoon, lifetime, { capture: true });
    },
    detach: (element) => send(element, { is: 'gone', value: entryValueOf(element) }),
  };
}

/** Listens to trusted events of a control, wherever each is received first as one of it. */
function listenerOf(targets: readonly EventTarget[], controlOf: () => Element | undefined, lifetime: AbortSignal) {
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

const isInside = (control: Element, other: EventTarget | null): boolean =>
  other !== null && composedAncestors(other as Element, { closedSlots: true }).includes(control);

/** Whether the focus is in an element, in whatever shadow root. */
function hasFocus(element: Element): boolean {
  let active = (element.getRootNode() as Document | ShadowRoot).activeElement;
  for (let inner = active && shadowRootOf(active)?.activeElement; inner; inner = shadowRootOf(inner)?.activeElement)
    active = inner;
  return active !== null && active !== undefined && isInside(element, active);
}

/** The shadow roots that an element draws itself with, one in another. */
function shadowRootsIn(element: Element): ShadowRoot[] {
  const own = shadowRootOf(element);
  const inner = [...element.querySelectorAll('*'), ...(own?.querySelectorAll('*') ?? [])];
  return [...(own ? [own] : []), ...inner.filter((one) => one.localName.includes('-')).flatMap(shadowRootsIn)];
}
