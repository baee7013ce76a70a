import { after } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { type CarriedPress, draggableFor, reportCarried, reportDrop, targetUnder } from './drag-acts.ts';
import { eventPath } from './event-path.ts';
import { advancePointer, type PointerState } from './pointer-machine.ts';
import { type PressRecorder, pressOn } from './press-recorder.ts';
import type { ActPress, RecorderContext } from './recorder-context.ts';
import { subjectOf } from './subject.ts';

export interface ListenPressesDeps extends RecorderContext {
  presses: PressRecorder;
  /** A key was pressed just now that makes a click by itself. */
  isClickOfKey(): boolean;
}

/** Further than this, a press is no click. */
const FAR_PX = 6;
/** After the button is up, the click comes within this time. */
const CLICK_AFTER_MS = 60;
/** A browser makes a further click on the control of a label this soon after the first. */
const FORWARDED_MS = 500;
const PASSIVE = { capture: true, passive: true };

/** Listens to the pointer in a window. */
export function listenPresses(view: Window, lifetime: AbortSignal, deps: ListenPressesDeps): void {
  const { presses, now } = deps;
  let state: PointerState = 'idle';
  let press: CarriedPress | undefined;
  let previous: ActPress | undefined;
  let last: ActPress | undefined;
  let clickedAt = 0;

  function send(name: Parameters<typeof advancePointer>[1], event?: Event): void {
    const { to, outcome } = advancePointer(state, name);
    state = to;
    if (outcome === 'begin') begin(event as PointerEvent);
    else if (outcome === 'unpressed') unpressed(event as MouseEvent);
    else if (outcome === 'dropped') reportDrop(event as DragEvent, press, deps);
    else if (outcome && press) act(outcome, press);
  }

  function begin(event: PointerEvent): void {
    const subject = subjectOf(eventPath(event));
    press = subject && { ...pressOn(draggableFor(subject, event), deps), x: event.clientX, y: event.clientY };
    if (!press) return;
    presses.down(press);
    previous = last;
    last = press;
  }

  function act(outcome: 'confirm' | 'withdraw' | 'settle' | 'carried', current: CarriedPress): void {
    current.settleValue?.();
    if (outcome === 'carried') reportCarried(current, deps);
    else presses[outcome](current);
    if (outcome === 'confirm') clickedAt = now();
  }

  /** A click without a press: made by a key, forwarded from a label, or by a tool that presses for the person. */
  function unpressed(event: MouseEvent): void {
    if (deps.isClickOfKey() || now() - clickedAt < FORWARDED_MS) return;
    const subject = subjectOf(eventPath(event));
    if (!subject || subject.kind === 'root') return;
    if (subject.kind === 'toggle' || subject.kind === 'radio') {
      presses.toggles.changed({ subject });
      return;
    }
    const made = pressOn(subject, deps);
    presses.down(made);
    presses.confirm(made);
  }

  const listen = <E extends Event>(type: string, listener: (event: E) => void) =>
    onTrusted<E>(view, type, listener, lifetime, PASSIVE);
  listen<PointerEvent>('pointerdown', (event) => event.button === 0 && event.isPrimary && send('down', event));
  listen<PointerEvent>('pointermove', (event) => {
    if (state !== 'pressed' || !press) return;
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > FAR_PX) send('far');
  });
  listen<PointerEvent>('pointerup', (event) => {
    if (press && state === 'moved') press.to = targetUnder(event, press.subject.element);
    send('up');
    if (state === 'released') after(CLICK_AFTER_MS, () => send('waited'), lifetime);
  });
  listen('pointercancel', () => send('cancel'));
  listen<MouseEvent>('click', (event) => send('click', event));
  listen<MouseEvent>(
    'dblclick',
    () => previous && last?.subject.element === previous.subject.element && presses.double(previous, last),
  );
  listen('dragstart', () => send('dragstart'));
  listen<DragEvent>('drop', (event) => send('drop', event));
  listen('dragend', () => send('dragend'));
}
