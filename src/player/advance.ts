import type { WalkMode } from '../model/person/progress.ts';
import type { Absence, WalkState } from '../model/person/walk-state.ts';
import { limitAutomaticAdvance } from './automatic-advance.ts';
import { enter, isForUrl, saveProgress, showAt } from './enter.ts';
import { leaveNoTrace } from './leave-no-trace.ts';
import { completeReachedSteps, completeStep, isMet, skipStep, takeAnyBranch, takeDecidedBranch } from './leave-step.ts';
import { openerOf, returnToClosedStep, returnToOpener } from './return-to-opener.ts';
import { type PlayerEffect, type PlayerEvent, type Transition, unchanged } from './transition.ts';
import { stepOf, type WalkContext } from './walk-context.ts';

const isOver = ({ phase }: WalkState): boolean => phase === 'finished' || phase === 'left';

/**
 * One step of the state machine. It is pure but for what the page answers, total, and silent once the walkthrough is over.
 *
 * | event             | what it does                                                                                         |
 * |-------------------|------------------------------------------------------------------------------------------------------|
 * | arrived           | completes a step that waits for this place; keeps one that belongs here; else seeks, or pauses        |
 * | found, lost       | shows the step; seeks it again, or keeps it if the control has gone because of what the person did     |
 * | gave-up           | an optional step is skipped; one that was shown before leads back to the step that opens it; else it   |
 * |                   | is missing: the person is told, and the author by a record                                           |
 * | weakened          | the author is told by a record, once while the step is on screen                                     |
 * | met               | completes the step, if that is what it waits for                                                     |
 * | overdue           | late: the person is told, and the author by a record                                                 |
 * | looked            | while deciding: takes the branch that holds now                                                      |
 * | acted, performed  | completes the step, if it waits for that act and its checks hold                                      |
 * | reopened          | leads on to the step that seemed closed, unless the person has acted since                             |
 * | touched           | the page may again complete a step by itself                                                          |
 * | next, skip        | goes on; `next` from a step on screen only if its checks hold                                         |
 * | back              | returns to the step that led here                                                                    |
 * | mode              | presents the step in another mode                                                                    |
 * | played            | goes on, in the mode `show`                                                                          |
 * | agree, decline    | does the step for the person; what is risky only after they agreed twice                             |
 * | refused           | it could not be done for the person, who is told                                                     |
 * | leave             | over; recorded as dismissed                                                                          |
 */
export function advance(walk: WalkContext, event: PlayerEvent): Transition {
  const hasStep = walk.guide.steps[walk.state.step] !== undefined;
  if (isOver(walk.state) || !hasStep) return unchanged(walk.state);
  return leaveNoTrace({ ...walk, dependsOnValue: walk.state.dependsOnValue === true }, (page) => {
    const traced = { ...walk, page };
    const limited = limitAutomaticAdvance(walk, event, transition(traced, event));
    return completeReachedSteps(limited, traced, event.is === 'arrived');
  });
}

function transition(walk: WalkContext, event: PlayerEvent): Transition {
  const { guide, state, page } = walk;
  const { phase } = state;
  const { advance: own, wait } = stepOf(walk);
  switch (event.is) {
    case 'arrived':
      return reenter(walk);
    case 'found':
      return phase === 'seeking' || phase === 'missing' || state.controlGone ? showAt(walk) : unchanged(state);
    case 'lost':
      if (phase !== 'showing') return unchanged(state);
      return unchanged({ ...clearTransient(state), controlGone: true, phase: event.byPerson ? 'showing' : 'seeking' });
    case 'gave-up':
      return giveUp(walk, event.absence);
    case 'weakened':
      if (phase !== 'showing' || state.weakened) return unchanged(state);
      return { state: { ...state, weakened: true }, effects: recordForAuthor(walk, 'weak') };
    case 'met':
      if (state.autoAdvancePaused || (own.on !== 'appears' && own.on !== 'disappears')) return unchanged(state);
      return isOnStepPage(state) ? completeStep(walk, true) : unchanged(state);
    case 'overdue':
      if (phase !== 'showing' || !wait || state.late) return unchanged(state);
      return { state: { ...state, late: true }, effects: recordForAuthor(walk, 'missing') };
    case 'looked':
      return phase === 'deciding' ? takeDecidedBranch(walk) : unchanged(state);
    case 'acted':
      return phase === 'showing' && own.on === event.by ? completeIfValid(walk, true) : unchanged(state);
    case 'reopened':
      return returnToClosedStep(walk);
    case 'touched':
      return resumeAutomaticAdvance(walk);
    case 'next':
      return phase !== 'showing' || state.mode === 'show' ? continueFrom(walk) : completeIfValid(walk, false);
    case 'skip':
      return continueFrom(walk);
    case 'played':
      return state.mode === 'show' ? continueFrom(walk) : unchanged(state);
    case 'back': {
      const { trail, mode } = state;
      return enter(guide, { step: trail.at(-1) ?? state.step, mode, trail: trail.slice(0, -1), autoAdvancePaused: true }, page);
    }
    case 'mode':
      return switchMode(walk, event.mode);
    case 'agree':
      return perform(walk, event.risky);
    case 'decline':
      return unchanged(clearTransient(state));
    case 'performed':
      return state.busy ? completePerformed({ ...walk, state: clearTransient(state) }) : unchanged(state);
    case 'refused':
      return unchanged(state.busy ? { ...clearTransient(state), refusal: event.why } : state);
    case 'leave':
      return leave(walk);
  }
}

/**
 * The address has changed. A step on screen that belongs to the new address stays: located again, it would miss what the person does
 * meanwhile. What is being done for the person is completed first, and may be what changed the address.
 */
function reenter(walk: WalkContext): Transition {
  const { guide, state, page } = walk;
  if (state.phase === 'deciding') return takeDecidedBranch(walk);
  if (state.busy) return unchanged(state);
  const stays = state.phase === 'showing' && !state.autoAdvancePaused && isForUrl(stepOf(walk), page.url);
  return stays ? showAt(walk) : enter(guide, { ...state, autoAdvancePaused: undefined }, page);
}

/** The person has done something in the page, which may be what the step waits for. */
function resumeAutomaticAdvance({ state: { closedStep: _, ...state } }: WalkContext): Transition {
  if (!state.automatic) return unchanged(state);
  const { autoAdvancePaused, ...resumed } = state;
  return { state: resumed, effects: autoAdvancePaused ? [{ do: 'locate' }] : [] };
}

/** On the page where the step belongs, whether its control was found or not. */
const isOnStepPage = ({ phase }: WalkState): boolean => phase === 'seeking' || phase === 'showing' || phase === 'missing';

/** What is done for the person completes a step that waits for that act. */
const isActionTrigger = (on: string): boolean => on === 'click' || on === 'input' || on === 'choose' || on === 'next';

/** Without what belongs to a question that is over. */
function clearTransient({
  awaitingConfirmation: _awaiting,
  refusal: _refusal,
  busy: _busy,
  unmetCheck: _unmet,
  ...state
}: WalkState): WalkState {
  return state;
}

const recordForAuthor = (walk: WalkContext, what: 'missing' | 'weak'): PlayerEffect[] =>
  walk.state.mode === 'show' ? [] : [{ do: 'record', what, step: stepOf(walk).id }];

function giveUp(walk: WalkContext, absence: Absence | undefined): Transition {
  const { state } = walk;
  if (state.phase === 'deciding') return takeAnyBranch(walk);
  if (state.phase !== 'seeking') return unchanged(state);
  if (stepOf(walk).optional && !state.autoAdvancePaused) return skipStep(walk);
  const opener = openerOf(walk);
  if (opener !== undefined) return returnToOpener(walk, opener);
  const missing: WalkState = { ...clearTransient(state), phase: 'missing', ...(absence && { absence }) };
  return { state: missing, effects: recordForAuthor(walk, 'missing') };
}

/** Goes on without checking anything. */
const continueFrom = (walk: WalkContext): Transition =>
  walk.state.phase === 'deciding' ? takeAnyBranch(walk) : completeStep(walk, false);

function completeIfValid(walk: WalkContext, awaitsPage: boolean): Transition {
  const { state, page } = walk;
  const step = stepOf(walk);
  const { advance: own, checks } = step;
  if (own.on === 'input' && own.value && !page.holds({ is: 'value', value: own.value }, step))
    return unchanged({ ...clearTransient(state), unmetCheck: 'value' });
  const unmet = checks?.findIndex(({ requires }) => !isMet(requires, step, page)) ?? -1;
  return unmet < 0 ? completeStep(walk, awaitsPage) : unchanged({ ...clearTransient(state), unmetCheck: unmet });
}

const completePerformed = (walk: WalkContext): Transition =>
  isActionTrigger(stepOf(walk).advance.on) ? completeIfValid(walk, true) : reenter(walk);

function switchMode({ guide, state, page }: WalkContext, mode: WalkMode): Transition {
  if (mode === state.mode) return unchanged(state);
  const switched: WalkState = { ...clearTransient(state), mode };
  if (state.phase === 'deciding') return { state: switched, effects: [saveProgress(guide, switched)] };
  return enter(guide, switched, page);
}

function perform(walk: WalkContext, isRisky: boolean): Transition {
  const { state } = walk;
  const canPerform = state.mode === 'do' && state.phase === 'showing' && !state.busy && stepOf(walk).do;
  if (!canPerform) return unchanged(state);
  if (isRisky && !state.awaitingConfirmation) return unchanged({ ...clearTransient(state), awaitingConfirmation: true });
  return { state: { ...clearTransient(state), busy: true }, effects: [{ do: 'perform' }] };
}

function leave(walk: WalkContext): Transition {
  const { state } = walk;
  const recorded: PlayerEffect[] = state.mode === 'show' ? [] : [{ do: 'record', what: 'dismissed', step: stepOf(walk).id }];
  return { state: { ...state, phase: 'left' }, effects: [{ do: 'save', progress: null }, ...recorded] };
}
