import { fieldOf } from '../../dom/field-of.ts';
import { after } from '../../runtime/lifetime.ts';
import { type Flip, judgeFlip } from './judge-flip.ts';
import type { ActPress, RecorderContext } from './recorder-context.ts';

/** A page has so long to show the state that was reached. */
const SETTLE_MS = [0, 120];

/** Is it on? Undefined where it is neither, as a checkbox that stands for some of many. */
function isOn(control: Element): boolean | undefined {
  const field = fieldOf(control) as HTMLInputElement;
  if (/^(checkbox|radio)$/.test(field.type)) return field.indeterminate ? undefined : field.checked;
  const state = control.getAttribute('aria-checked');
  return state === 'mixed' ? undefined : state === 'true';
}

/** Records checkboxes, switches and radio buttons by the state that they reach. */
export function createToggleRecorder({ log, lifetime, now, describe }: RecorderContext) {
  const flips = new WeakMap<Element, Flip>();
  const states = new WeakMap<Element, boolean>();
  let radio: { group: string | Element; id: string } | undefined;

  function flip(press: ActPress, state: boolean): void {
    const { element } = press.subject;
    const { description } = press;
    if (!description) {
      log.missed('not-drawn', press.at, 'checkbox');
      return;
    }
    const verdict = judgeFlip(flips.get(element), state, log.hasDependents);
    if (verdict.is === 'undone') log.remove(verdict.id);
    else if (verdict.is === 'same') log.update(verdict.id, { state: state ? 'on' : 'off' });
    else flips.set(element, { id: log.begin('check', element, description, press.at, stateOf(state)), before: !state });
  }

  function choose(press: ActPress): void {
    const { description, at, subject } = press;
    const group = groupOf(subject.element);
    if (!description) log.missed('not-drawn', at, 'radio');
    else if (radio?.group === group && !log.hasDependents(radio.id)) log.update(radio.id, { description });
    else radio = { group, id: log.begin('radio', subject.element, description, at) };
  }

  /** The state is read once the page had time for it; a switch that stays as it was is none. */
  function settle(press: ActPress): void {
    const { element, kind } = press.subject;
    for (const wait of SETTLE_MS)
      after(
        wait,
        () => {
          const state = isOn(element);
          if (state === undefined || state === states.get(element)) return;
          states.set(element, state);
          if (kind === 'toggle') flip(press, state);
          else if (state) choose(press);
        },
        lifetime,
      );
  }

  return {
    /** The pointer went down on it: what it will be is reported at once. */
    press(press: ActPress): void {
      const { element, kind } = press.subject;
      const state = isOn(element) ?? false;
      states.set(element, state);
      if (element.matches(':disabled,[aria-disabled=true]') || (kind === 'radio' && state)) return;
      states.set(element, !state);
      if (kind === 'toggle') flip(press, !state);
      else choose(press);
    },
    /** It was pressed, or the press came to nothing: what counts is the state that it has afterwards. */
    settle,
    /** A key may flip it: its state now is what it is compared with. */
    keyDown(press: ActPress): void {
      const state = isOn(press.subject.element);
      if (state !== undefined) states.set(press.subject.element, state);
      settle(press);
    },
    /** It has changed without a press or key that was seen, as by voice. */
    changed(press: Omit<ActPress, 'description' | 'at'>): void {
      const { element } = press.subject;
      if (isOn(element) === states.get(element)) return;
      settle({ ...press, description: describe(element), at: now() });
    },
  };
}

const stateOf = (state: boolean) => ({ state: state ? ('on' as const) : ('off' as const) });

/** Radio buttons of one name in a form, or in one group by role. */
function groupOf(element: Element): string | Element {
  const { name, form } = element as HTMLInputElement;
  const group = element.closest('[role=radiogroup],[role=menu],fieldset');
  return group ?? (name ? `${form?.id ?? ''} ${name}` : (element.parentElement ?? element));
}
