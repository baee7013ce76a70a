import type { LocalizedStep } from '../model/pack/localized-guide.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import type { PlayerEvent, Transition } from './transition.ts';
import type { WalkContext } from './walk-context.ts';

/**
 * The page may complete one step without an act of the person; a second one in a row waits for them, so that no walkthrough runs through
 * its steps by itself. An act is a button of the card, the step's control, any click in the page, and arriving at another address.
 */
export function limitAutomaticAdvance(walk: WalkContext, event: PlayerEvent, { state, effects }: Transition): Transition {
  const isByPage = isPageEvent(event) && (walk.state.phase !== 'deciding' || walk.state.automatic === true);
  const hasMoved = state.step !== walk.state.step || (state.phase === 'deciding' && walk.state.phase !== 'deciding');
  const automatic = isByPage && (hasMoved || walk.state.automatic === true) && !isSkip(walk, event);
  const isCarried = isSkip(walk, event) && walk.state.automatic === true;
  if (!automatic && !isCarried) return { state: withoutAutomatic(state), effects };
  return { state: pauseIfAlone(walk, { ...state, automatic: true }, hasMoved), effects };
}

/** The step is entered by a second automatic advance in a row, so it does not advance by itself. */
export function pauseIfAlone({ guide }: Pick<WalkContext, 'guide'>, state: WalkState, hasMoved = true): WalkState {
  const isAtStep = !['deciding', 'finished', 'left'].includes(state.phase);
  return hasMoved && isAtStep && completesAlone(guide.steps[state.step]!) ? { ...state, autoAdvancePaused: true } : state;
}

/** An optional step that this page does not have is passed over, which decides nothing unless it has conditional branches. */
const isSkip = ({ guide, state }: WalkContext, event: PlayerEvent): boolean =>
  event.is === 'gave-up' && state.phase === 'seeking' && !hasConditionalBranch(guide.steps[state.step]!);

const isPageEvent = ({ is }: PlayerEvent): boolean =>
  is === 'met' || is === 'gave-up' || is === 'looked' || is === 'found' || is === 'lost' || is === 'overdue' || is === 'reopened';

export const hasConditionalBranch = ({ next }: LocalizedStep): boolean => next?.some((branch) => branch.if) ?? false;

/** Can the page alone complete the step? */
const completesAlone = (step: LocalizedStep): boolean =>
  ['appears', 'disappears', 'place'].includes(step.advance.on) || (step.optional === true && hasConditionalBranch(step));

function withoutAutomatic({ automatic: _automatic, ...state }: WalkState): WalkState {
  return state;
}
