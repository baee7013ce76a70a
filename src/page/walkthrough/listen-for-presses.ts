import { after, on } from '../../runtime/lifetime.ts';
import type { ControlListener } from './control-listener.ts';
import { isPressOn, isPressOnLabel } from './is-press-on.ts';
import { advancePress, type PressEvent, type PressState } from './press-machine.ts';
import { isFollowedByClick, isPressingKey } from './pressing-key.ts';

/** Milliseconds from the release of a pointer until its click: a mouse sends it at once, a finger after what might be a double tap. */
const CLICK_FOLLOWS_MS = { mouse: 60, touch: 350 };

/** Hears when the person presses a control, by pointer or by keyboard. */
export function listenForPresses(report: () => void, stepLifetime: AbortSignal): ControlListener {
  let press: PressState = { phase: 'idle' };

  function send(event: PressEvent, pointerType = 'mouse'): void {
    const { state, effect } = advancePress(press, event);
    press = state;
    if (effect === 'report') report();
    else if (effect)
      after(CLICK_FOLLOWS_MS[pointerType === 'touch' ? 'touch' : 'mouse'], () => send({ is: 'waited' }), stepLifetime);
  }

  // A finger that leaves the page by what it pressed.
  on(window, 'pagehide', () => send({ is: 'waited' }), stepLifetime);

  const received = new WeakSet<Event>();
  /** An event is received at the window and at the root of the control, and counts once. */
  const isFirst = (event: Event): boolean => !received.has(event) && received.add(event) !== undefined;

  return {
    attach({ targets, controlOf, lifetime }) {
      const listen = <E extends Event>(type: string, hear: (event: E, control: Element | undefined) => void) => {
        for (const target of targets)
          on(target, type, (event) => event.isTrusted && hear(event as E, controlOf()), lifetime, { capture: true });
      };
      listen<PointerEvent>('pointerdown', (event, control) => {
        const { pointerId: pointer, clientX: x, clientY: y, isPrimary, button } = event;
        const isOn = control && isPrimary && button === 0 && !control.matches(':disabled') && isPressOn(control, event);
        // A root further in tells the control of a closed tree, of which the window has not heard.
        if (isOn || event.currentTarget === targets[0])
          send({ is: 'down', pointer, at: { x, y }, box: isOn ? control.getBoundingClientRect() : undefined });
      });
      listen<PointerEvent>('pointerup', ({ pointerId: pointer, clientX: x, clientY: y, pointerType, currentTarget }) => {
        if (currentTarget === targets[0]) send({ is: 'up', pointer, at: { x, y } }, pointerType);
      });
      for (const type of ['pointercancel', 'dragstart', 'contextmenu']) listen(type, () => send({ is: 'cancelled' }));
      listen<MouseEvent>('click', (event, control) => {
        const on = control ? clickedPart(control, event) : 'elsewhere';
        if (on === 'elsewhere' ? event.currentTarget === targets[0] : isFirst(event)) send({ is: 'clicked', on });
      });
      listen<KeyboardEvent>('keydown', (event, control) => {
        if (!control || !isPressingKey(control, event) || !isFirst(event)) return;
        after(0, () => !isFollowedByClick(control, event) && send({ is: 'key' }), stepLifetime);
      });
    },
  };
}

const clickedPart = (control: Element, event: MouseEvent) => {
  if (event.composedPath().includes(control)) return 'control';
  if (isPressOnLabel(control, event)) return 'label';
  return isPressOn(control, event) ? 'control' : 'elsewhere';
};
