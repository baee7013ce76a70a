import { rootOf } from '../../dom/node-getters.ts';
import { after } from '../../runtime/lifetime.ts';
import { EFFECT_MS } from './area-presses.ts';
import { isDrawnNow } from './drawn-controls.ts';
import type { KeyMeaning } from './judge-key.ts';
import { undoneByKey, undoneByLeaving } from './judge-undo.ts';
import { type PressRecorder, pressOn } from './press-recorder.ts';
import type { ActPress, RecorderContext } from './recorder-context.ts';
import type { Reveals } from './reveals.ts';

export interface KeyActsDeps extends RecorderContext {
  presses: PressRecorder;
  reveals: Reveals;
  /** From now on, a click without a press comes of this key. */
  noteKey(): void;
}

/** Makes acts of keys, by what each means. */
export function createKeyActs(deps: KeyActsDeps): (meaning: KeyMeaning, press: ActPress, event: KeyboardEvent) => void {
  const { log, presses, reveals, now, noteKey } = deps;
  const acts: Record<KeyMeaning, (press: ActPress, event: KeyboardEvent) => void> = {
    press(press) {
      noteKey();
      presses.down(press);
      presses.confirm(press);
    },
    submit(press, event) {
      noteKey();
      submit(press, event, deps);
    },
    flip(press) {
      noteKey();
      presses.toggles.keyDown(press);
    },
    choose: (press) => presses.popups.keyed(press, reveals.look()),
    enter: (press, event) => reportIfAnswered(press, event, deps),
    shortcut: (press, event) => reportIfAnswered(press, event, deps),
    leave: (press, event) => leave(press, event, deps),
    undo() {
      for (const act of undoneByKey(log.acts(), now())) log.report({ is: 'undone', act, at: now() });
    },
    edit: () => {},
  };
  return (meaning, press, event) => acts[meaning](press, event);
}

/** Enter in a field presses the default button, unless the page takes the key for something else. */
function submit(press: ActPress, event: KeyboardEvent, deps: KeyActsDeps): void {
  const { log, presses, lifetime } = deps;
  const button = defaultButtonOf(press.subject.element);
  if (!button) return;
  const pressed = pressOn({ element: button, kind: 'press', opensPopup: false }, deps);
  presses.down(pressed);
  const settle = () => {
    if (!event.defaultPrevented || !pressed.id || !press.description) return;
    log.update(pressed.id, { kind: 'press-key', key: 'Enter', description: press.description });
  };
  after(0, settle, lifetime);
}

/** A key that does something of its own counts if the page takes it or changes. */
function reportIfAnswered(press: ActPress, event: KeyboardEvent, { log, changes, lifetime }: KeyActsDeps): void {
  const { subject, description, at } = press;
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  changes.act(at);
  const id =
    description && !hasModifier ? log.begin('press-key', subject.element, description, at, { key: event.key }) : undefined;
  const isSending = event.key === 'Enter' && sendsForm(subject.element);
  const settle = () => {
    const isAnswered = event.defaultPrevented || isSending || changes.hasChanged(at);
    if (!isAnswered && id) log.remove(id);
    if (event.defaultPrevented && !id) log.missed('no-control', at);
  };
  after(EFFECT_MS, settle, lifetime);
}

/** Escape takes back what opened what it closes. */
function leave(press: ActPress, event: KeyboardEvent, { log, changes, lifetime, now }: KeyActsDeps): void {
  const closing = event.composedPath()[0] as Element;
  const at = now();
  const earlier = log.acts();
  changes.act(at);
  const settle = () => {
    if (!changes.hasChanged(at) && closing.isConnected && isDrawnNow(closing)) return;
    const undone = undoneByLeaving(earlier, at);
    for (const act of undone) log.report({ is: 'undone', act, at });
    if (!undone.length && press.description && changes.hasChanged(at))
      log.begin('press-key', press.subject.element, press.description, at, { key: 'Escape' });
  };
  after(EFFECT_MS, settle, lifetime);
}

const LINE = /^(text|search|tel|url|email|password|date|month|week|time|datetime-local|number)$/;

/** Enter in the only line of a form sends it, also without a button. https://html.spec.whatwg.org/#implicit-submission */
function sendsForm(field: Element): boolean {
  const { form } = field as HTMLInputElement;
  if (!form || field.localName !== 'input') return false;
  return [...rootOf(field).querySelectorAll('input')].filter((one) => one.form === form && LINE.test(one.type)).length === 1;
}

const SUBMITS = 'button:not([type=button],[type=reset]),input[type=submit],input[type=image]';

/** The button that Enter in a field presses. https://html.spec.whatwg.org/#implicit-submission */
export function defaultButtonOf(field: Element): HTMLElement | undefined {
  const { form } = field as HTMLInputElement;
  if (!form || field.localName !== 'input') return undefined;
  const first = [...rootOf(field).querySelectorAll<HTMLButtonElement | HTMLInputElement>(SUBMITS)].find(
    (one) => one.form === form,
  );
  return first && !first.matches(':disabled') ? first : undefined;
}
