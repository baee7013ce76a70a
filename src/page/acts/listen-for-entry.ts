import { isOwnHost } from '../../dom/shadow-root-of.ts';
import { after, on } from '../../runtime/lifetime.ts';
import type { ControlListener, ListeningPlace } from '../walkthrough/control-listener.ts';
import { controlEvents, hasFocus, isInside, shadowRootsIn } from './control-events.ts';
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
      const listen = controlEvents(targets, controlOf, lifetime);
      const changed = (_: Event, control: Element) =>
        send(control, { is: 'changed', isFocused: hasFocus(control), value: entryValueOf(control) });
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
