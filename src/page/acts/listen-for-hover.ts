import { createTimer, on } from '../../runtime/lifetime.ts';
import type { ControlListener } from '../walkthrough/control-listener.ts';
import { isPressOn } from '../walkthrough/is-press-on.ts';
import { controlEvents } from './control-events.ts';

/** Milliseconds that the pointer has to rest on a control: one that passes over it points at nothing. */
const REST_MS = 200;

/** Milliseconds after a key within which the focus is taken to move because of it, and not because the page moves it. */
const MOVED_BY_KEY_MS = 300;

/** Hears when the person points at a control: with a mouse that rests on it, a finger on it, or the focus by keyboard. */
export function listenForHover(report: () => void): ControlListener {
  let lastKeyAt = Number.NEGATIVE_INFINITY;
  return {
    attach({ targets, controlOf, lifetime }) {
      const resting = createTimer(lifetime);
      const listen = <E extends Event>(type: string, act: (event: E) => void) => {
        for (const target of targets)
          on(target, type, (event) => event.isTrusted && act(event as E), lifetime, { capture: true });
      };
      // The window hears of the host of a closed tree, and the root in it, which comes after, of the control.
      for (const type of ['pointerover', 'pointermove', 'pointerdown'])
        listen<PointerEvent>(type, (event) => {
          const control = controlOf();
          if (!control || !isPressOn(control, event)) resting.cancel();
          else if (event.pointerType === 'touch') report();
          else if (!resting.isWaiting()) resting.start(REST_MS, report);
        });
      listen<PointerEvent>('pointerout', ({ relatedTarget }) => relatedTarget || resting.cancel());
      listen('keydown', () => {
        lastKeyAt = performance.now();
      });
      controlEvents(
        targets,
        controlOf,
        lifetime,
      )('focusin', () => {
        if (performance.now() - lastKeyAt <= MOVED_BY_KEY_MS) report();
      });
    },
  };
}
