import type { ControlListener } from '../walkthrough/control-listener.ts';
import { isPressOn } from '../walkthrough/is-press-on.ts';
import { listenForPresses } from '../walkthrough/listen-for-presses.ts';
import { controlEvents } from './control-events.ts';

/** Milliseconds between two presses that make a double click: what systems are set to, unless the browser itself says that it was one. */
const DOUBLE_CLICK_MS = 500;

const TYPED_IN = 'input,textarea,select,[contenteditable]:not([contenteditable=false])';

/**
 * Hears a double click on a control. Pages that draw a row anew at the first click get no double click from the browser: two presses in
 * quick succession are one too. By keyboard, Enter opens a row and F2 edits a cell, where a double click does.
 */
export function listenForDoubleClicks(report: () => void, stepLifetime: AbortSignal): ControlListener {
  let lastPressAt = Number.NEGATIVE_INFINITY;
  const presses = listenForPresses(() => {
    const isSecond = performance.now() - lastPressAt <= DOUBLE_CLICK_MS;
    lastPressAt = isSecond ? Number.NEGATIVE_INFINITY : performance.now();
    if (isSecond) report();
  }, stepLifetime);
  return {
    attach(place) {
      presses.attach(place);
      const { targets, controlOf, lifetime } = place;
      const listen = controlEvents(targets, controlOf, lifetime);
      listen<MouseEvent>('dblclick', (event, control) => isPressOn(control, event) && report());
      listen<KeyboardEvent>('keydown', (event) => isOpeningKey(event) && report());
    },
  };
}

function isOpeningKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = event;
  if (ctrlKey || metaKey || altKey || shiftKey || repeat || isComposing) return false;
  const isTypedIn = (event.composedPath()[0] as Element).matches?.(TYPED_IN) ?? false;
  return key === 'F2' || (key === 'Enter' && !isTypedIn);
}
