import type { LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import type { ResumePoint, WalkMode } from '../model/person/progress.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import { enter, isForUrl, saveProgress, showAt } from './enter.ts';
import { completeReachedSteps, completeStep, isMet, skipStep, takeAnyBranch, takeDecidedBranch } from './leave-step.ts';
import { type PlayerEvent, type PlayerPage, type Transition, unchanged } from './transition.ts';

const isOver = (state: WalkState): boolean => state.phase === 'finished' || state.phase === 'left';

/** Open a walkthrough at its first step. */
export function begin(guide: LocalizedWalkthrough, page: PlayerPage, mode: WalkMode = 'guide'): Transition {
  const { state, effects } = completeReachedSteps(guide, enter(guide, { step: 0, mode, trail: [] }, page), page);
  return { state, effects: [{ do: 'record', what: 'opened' }, ...effects] };
}

/** Come back to one after a page load, which may be what its step waited for. A step that a newer pack no longer has begins anew. */
export function resume(guide: LocalizedWalkthrough, page: PlayerPage, saved: ResumePoint): Transition {
  const indexOf = (id: string) => guide.steps.findIndex((step) => step.id === id);
  const step = indexOf(saved.step);
  if (step < 0) return completeReachedSteps(guide, enter(guide, { step: 0, mode: saved.mode, trail: [] }, page), page);
  const { mode, lastUrl } = saved;
  const trail = saved.trail.map(indexOf).filter((at) => at >= 0);
  if (saved.done) {
    const state: WalkState = { step, phase: 'deciding', mode, trail, ...(lastUrl && { lastUrl }) };
    const decided = takeDecidedBranch(guide, state, page);
    return decided.effects.length > 0
      ? completeReachedSteps(guide, decided, page)
      : { state, effects: [saveProgress(guide, state), { do: 'locate' }] };
  }
  return completeReachedSteps(guide, enter(guide, { step, mode, trail, ...(lastUrl && { lastUrl }) }, page), page);
}

/**
 * One step of the state machine: pure for what the page says, total, and silent once the walkthrough is over.
 *
 * | event             | what becomes of it                                                                  |
 * |-------------------|-------------------------------------------------------------------------------------|
 * | arrived           | a step that waits for this place is done; one that belongs here stays; else sought, or paused |
 * | found, lost       | shown; looked for again                                                             |
 * | gave-up           | missing: said on screen, recorded for the author; an optional step is passed over   |
 * | met               | the step is done, if that is what it waits for                                      |
 * | overdue           | it is late: said on screen, recorded for the author                                 |
 * | looked            | while deciding: the branch that holds now is taken                                  |
 * | acted, performed  | the step is done, if it waits for that act and all is as it has to be               |
 * | next, skip        | on; `next` from a step on screen only if all is as it has to be                     |
 * | back              | to the step that led here                                                           |
 * | mode              | led in another way from here                                                        |
 * | played            | on, if the ghost leads                                                              |
 * | agree, decline    | done for the person; what is risky after they agreed twice                          |
 * | refused           | it could not be done for them: said on screen                                       |
 * | leave             | over; recorded as dismissed                                                         |
 */
export function advance(guide: LocalizedWalkthrough, state: WalkState, event: PlayerEvent, page: PlayerPage): Transition {
  if (isOver(state) || !guide.steps[state.step]) return unchanged(state);
  return completeReachedSteps(guide, transition(guide, state, event, page), page);
}

function transition(guide: LocalizedWalkthrough, state: WalkState, event: PlayerEvent, page: PlayerPage): Transition {
  const { phase } = state;
  const step = guide.steps[state.step]!;
  switch (event.is) {
    case 'arrived':
      return reenter(guide, state, page);
    case 'found':
      return phase === 'seeking' || phase === 'missing' ? showAt(guide, state, page) : unchanged(state);
    case 'lost':
      return phase === 'showing' ? unchanged({ ...clearTransient(state), phase: 'seeking' }) : unchanged(state);
    case 'gave-up':
      return giveUp(guide, state, page);
    case 'met':
      if (state.autoAdvancePaused || (step.advance.on !== 'appears' && step.advance.on !== 'disappears')) return unchanged(state);
      return isOnStepPage(state) ? completeStep(guide, state, page, true) : unchanged(state);
    case 'overdue':
      if (phase !== 'showing' || !step.wait || state.late) return unchanged(state);
      return { state: { ...state, late: true }, effects: recordMissing(guide, state) };
    case 'looked':
      return phase === 'deciding' ? takeDecidedBranch(guide, state, page) : unchanged(state);
    case 'acted':
      return phase === 'showing' && step.advance.on === event.by ? completeIfValid(guide, state, page, true) : unchanged(state);
    case 'next':
      if (phase !== 'showing' || state.mode === 'show') return continueFrom(guide, state, page);
      return completeIfValid(guide, state, page, false);
    case 'skip':
      return continueFrom(guide, state, page);
    case 'played':
      return state.mode === 'show' ? continueFrom(guide, state, page) : unchanged(state);
    case 'back':
      return enter(
        guide,
        { step: state.trail.at(-1) ?? state.step, mode: state.mode, trail: state.trail.slice(0, -1), held: true },
        page,
      );
    case 'mode': {
      if (event.mode === state.mode) return unchanged(state);
      const switched: WalkState = { ...clearTransient(state), mode: event.mode };
      return phase === 'deciding' ? { state: switched, effects: [saveProgress(guide, switched)] } : enter(guide, switched, page);
    }
    case 'agree':
      return perform(guide, state, event.risky);
    case 'decline':
      return unchanged(clearTransient(state));
    case 'performed':
      if (!state.busy) return unchanged(state);
      return isActionTrigger(step.advance.on)
        ? completeIfValid(guide, clearTransient(state), page, true)
        : reenter(guide, clearTransient(state), page);
    case 'refused':
      return state.busy ? unchanged({ ...clearTransient(state), refusal: event.why }) : unchanged(state);
    case 'leave': {
      const left: WalkState = { ...state, phase: 'left' };
      const recorded = state.mode === 'show' ? [] : [{ do: 'record', what: 'dismissed', step: step.id } as const];
      return { state: left, effects: [{ do: 'save', progress: null }, ...recorded] };
    }
  }
}

/**
 * The address changed. A step that stands where it belongs goes on standing: looked for anew, it would hear nothing of what the person
 * does meanwhile. What is being done for the person is done first, and may be what changed it.
 */
function reenter(guide: LocalizedWalkthrough, state: WalkState, page: PlayerPage): Transition {
  if (state.phase === 'deciding') return takeDecidedBranch(guide, state, page);
  if (state.busy) return unchanged(state);
  const isPlaced = state.phase === 'showing' && !state.autoAdvancePaused && isForUrl(guide.steps[state.step]!, page.url);
  return isPlaced ? showAt(guide, state, page) : enter(guide, { ...state, held: undefined }, page);
}

/** On the page where the step belongs, whether its control is seen or not. */
const isOnStepPage = ({ phase }: WalkState): boolean => phase === 'seeking' || phase === 'showing' || phase === 'missing';

const isActionTrigger = (on: string): boolean => on === 'click' || on === 'input' || on === 'next';

/** Without what belonged to a question that is over. */
function clearTransient({
  awaitingConfirmation: _asked,
  refusal: _refused,
  busy: _busy,
  unmetCheck: _unmet,
  ...state
}: WalkState): WalkState {
  return state;
}

const recordMissing = (guide: LocalizedWalkthrough, { step, mode }: WalkState): Transition['effects'] =>
  mode === 'show' ? [] : [{ do: 'record', what: 'missing', step: guide.steps[step]!.id }];

function giveUp(guide: LocalizedWalkthrough, state: WalkState, page: PlayerPage): Transition {
  if (state.phase === 'deciding') return takeAnyBranch(guide, state, page);
  if (state.phase !== 'seeking') return unchanged(state);
  if (guide.steps[state.step]!.optional && !state.autoAdvancePaused) return skipStep(guide, state, page);
  return { state: { ...clearTransient(state), phase: 'missing' }, effects: recordMissing(guide, state) };
}

/** On, without asking whether anything is as it has to be. */
const continueFrom = (guide: LocalizedWalkthrough, state: WalkState, page: PlayerPage): Transition =>
  state.phase === 'deciding' ? takeAnyBranch(guide, state, page) : completeStep(guide, state, page, false);

function completeIfValid(guide: LocalizedWalkthrough, state: WalkState, page: PlayerPage, awaitsPage: boolean): Transition {
  const step = guide.steps[state.step]!;
  const { advance: own, checks } = step;
  if (own.on === 'input' && own.value && !page.holds({ is: 'value', value: own.value }, step))
    return unchanged({ ...clearTransient(state), unmetCheck: 'value' });
  const unmetCheck = checks?.findIndex(({ requires }) => !isMet(requires, step, page)) ?? -1;
  return unmetCheck < 0 ? completeStep(guide, state, page, awaitsPage) : unchanged({ ...clearTransient(state), unmetCheck });
}

function perform(guide: LocalizedWalkthrough, state: WalkState, risky: boolean): Transition {
  const may = state.mode === 'do' && state.phase === 'showing' && !state.busy && guide.steps[state.step]!.do;
  if (!may) return unchanged(state);
  if (risky && !state.awaitingConfirmation) return unchanged({ ...clearTransient(state), awaitingConfirmation: true });
  return { state: { ...clearTransient(state), busy: true }, effects: [{ do: 'perform' }] };
}
