/** What is seen of a control that a choice is made in. */
interface ChoiceReading {
  /** What it shows or holds. */
  shown: string;
  /** What it opens is open. */
  isOpen: boolean;
}

export interface ChoiceState {
  /** What it showed when the person came to it. */
  before: string;
  /** It was typed in, and what stands there is not chosen yet. */
  isTyping: boolean;
  /** The last press or key was one by which an option is chosen. */
  hasPicked: boolean;
  /** `once`: no more was done than one press on the control. What changes by that may be that it opens. */
  presses: 'none' | 'once' | 'more';
  /** What it showed after that press, if it does not say that it is open. */
  opened?: string;
}

export type ChoiceEvent =
  /** The person comes to the control, or has left it and what is open is closed. */
  | { is: 'entered'; shown: string }
  | { is: 'pressed'; on: 'control' | 'option' | 'popup' | 'elsewhere' }
  /** A key on the control or in what it has opened; `isOpen`: when it went down. */
  | { is: 'key'; key: string; isOpen: boolean; isTyped: boolean }
  /** The browser reports a change; in a list of its own, that is a choice. The person has left the control, with what they typed in it. */
  | { is: 'changed'; isNativeList: boolean }
  | { is: 'left' }
  /**
   * The page has had some time. `isOptionGone`: the option that was pressed is no longer shown, or is chosen now; `isTransparent`: a change
   * can be told from the opening of the control.
   */
  | { is: 'looked'; reading: ChoiceReading; isOptionGone: boolean; isTransparent: boolean };

interface ChoiceTransition {
  state: ChoiceState;
  /** The person has chosen something. */
  isChosen?: true;
}

export const initialChoice = (shown: string): ChoiceState => ({
  before: shown,
  isTyping: false,
  hasPicked: false,
  presses: 'none',
});

/** Keys that choose what is marked in an open list. */
const PICKING = /^(Enter| )$/;

/** What makes a choice of what happens in and around a control, whatever it opens. */
export function advanceChoice(state: ChoiceState, event: ChoiceEvent): ChoiceTransition {
  switch (event.is) {
    case 'entered':
      return { state: initialChoice(event.shown) };
    case 'pressed':
      return { state: afterPress(state, event.on) };
    case 'key':
      return { state: afterKey(state, event) };
    case 'changed':
      return event.isNativeList ? { state, isChosen: true } : { state: { ...state, isTyping: false, presses: 'more' } };
    case 'left':
      return { state: { ...state, isTyping: false, presses: 'more' } };
    case 'looked':
      return judge(state, event);
  }
}

function judge(state: ChoiceState, event: Extract<ChoiceEvent, { is: 'looked' }>): ChoiceTransition {
  const { reading, isOptionGone, isTransparent } = event;
  if (reading.isOpen || state.isTyping) return { state };
  const isOpening = !isTransparent && state.presses === 'once';
  if (isOpening) return { state: { ...state, opened: reading.shown } };
  const isOther = reading.shown !== state.before && reading.shown !== state.opened;
  const isChosen = isOther || (state.hasPicked && isOptionGone);
  return isChosen ? { state: initialChoice(reading.shown), isChosen: true } : { state };
}

function afterPress(state: ChoiceState, on: Extract<ChoiceEvent, { is: 'pressed' }>['on']): ChoiceState {
  if (on === 'option') return { ...state, hasPicked: true, isTyping: false, presses: 'more' };
  // A press beside the list closes it, and leaves what was chosen in it; another in it, such as "Cancel", does not choose.
  if (on === 'popup') return { ...state, hasPicked: false, presses: 'more' };
  if (on === 'elsewhere') return { ...state, presses: 'more' };
  return { ...state, presses: state.presses === 'none' ? 'once' : 'more' };
}

function afterKey(state: ChoiceState, { key, isOpen, isTyped }: Extract<ChoiceEvent, { is: 'key' }>): ChoiceState {
  if (key === 'Escape') return { ...state, hasPicked: false };
  if (key === 'Enter' || (isOpen && PICKING.test(key) && !(isTyped && key === ' ')))
    return { ...state, isTyping: false, hasPicked: isOpen, presses: 'more' };
  const isTyping = isTyped && (key.length === 1 || key === 'Backspace' || key === 'Delete');
  return { ...state, isTyping: state.isTyping || isTyping, hasPicked: state.hasPicked && !isTyping, presses: 'more' };
}
