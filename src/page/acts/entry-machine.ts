/**
 * How a control takes a value. `line`: text of one line, which Enter completes. `lines`: text of several. `stepped`: in parts or steps,
 * as a date or a number, each of which the browser reports as a change. `choice`: by one act, as a list or a checkbox.
 */
export type EntryKind = 'line' | 'lines' | 'stepped' | 'choice';

export interface EntryState {
  /** What the control held when the person came to it; undefined if that cannot be read. */
  before: string | undefined;
  hasTyped: boolean;
  /** Escape was the last key, by which people give up what they typed. */
  isGivenUp: boolean;
}

export type EntryEvent =
  | { is: 'entered'; value: string | undefined }
  | { is: 'typed' }
  | { is: 'key'; key: string; value: string | undefined }
  /** The browser reports a change, with the focus still in the control or not. */
  | { is: 'changed'; isFocused: boolean; value: string | undefined }
  /** The focus has left the control; the control has gone; or a press elsewhere, such as on a day in its calendar, has had its effect. */
  | { is: 'left' | 'gone' | 'settled'; value: string | undefined };

interface EntryTransition {
  state: EntryState;
  /** The person has entered a value. */
  isEntered?: true;
}

export const initialEntry = (value: string | undefined): EntryState => ({ before: value, hasTyped: false, isGivenUp: false });

/** What makes an input of what happens in and around a control. */
export function advanceEntry(kind: EntryKind, state: EntryState, event: EntryEvent): EntryTransition {
  switch (event.is) {
    case 'entered':
      return { state: initialEntry(event.value) };
    case 'typed':
      return { state: { ...state, hasTyped: true, isGivenUp: false } };
    case 'key': {
      const isComplete =
        event.key === 'Enter' && event.value !== '' && (kind === 'line' || (kind === 'stepped' && hasChanged(state, event)));
      return isComplete ? entered(event.value) : { state: { ...state, isGivenUp: event.key === 'Escape' } };
    }
    case 'changed':
      if (kind === 'stepped' && event.isFocused) return { state: { ...state, hasTyped: true } };
      return !state.isGivenUp && (state.hasTyped || hasChanged(state, event)) ? entered(event.value) : { state };
    case 'left':
    case 'gone':
      return hasChanged(state, event) && !state.isGivenUp ? entered(event.value) : { state };
    case 'settled':
      return hasChanged(state, event) ? entered(event.value) : { state };
  }
}

const entered = (value: string | undefined): EntryTransition => ({ state: initialEntry(value), isEntered: true });

const hasChanged = ({ before, hasTyped }: EntryState, { value }: { value: string | undefined }): boolean =>
  value === undefined || before === undefined ? hasTyped : value !== before;
