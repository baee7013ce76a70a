import type { Condition } from '../model/pack/condition.ts';
import type { LocalizedStep, LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import { matchesUrlScope } from '../model/pack/url-scope.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import { enter, isAtAwaitedPlace, saveProgress } from './enter.ts';
import type { PlayerEffect, PlayerPage, Transition } from './transition.ts';

/** The step is done. If the page has yet to answer an act, what decides where it goes on may come a moment later. */
export function completeStep(guide: LocalizedWalkthrough, state: WalkState, page: PlayerPage, awaitsPage: boolean): Transition {
  const step = guide.steps[state.step]!;
  const branch = matchingBranch(step, page);
  if (branch === undefined && awaitsPage && step.next?.some((one) => one.if)) {
    const { step: at, mode, trail, lastUrl } = state;
    const deciding: WalkState = { step: at, phase: 'deciding', mode, trail, ...(lastUrl && { lastUrl }) };
    return { state: deciding, effects: [saveProgress(guide, deciding), { do: 'locate' }] };
  }
  return goTo(guide, state, page, branch ?? defaultBranch(step), true);
}

/** While the page answers: the branch that holds by now, if one does. */
export function takeDecidedBranch(guide: LocalizedWalkthrough, state: WalkState, page: PlayerPage): Transition {
  const branch = matchingBranch(guide.steps[state.step]!, page);
  return branch === undefined ? { state, effects: [] } : goTo(guide, state, page, branch, true);
}

/** No longer: what holds now, or the usual way. */
export const takeAnyBranch = (guide: LocalizedWalkthrough, state: WalkState, page: PlayerPage): Transition =>
  goTo(guide, state, page, matchingBranch(guide.steps[state.step]!, page) ?? defaultBranch(guide.steps[state.step]!), true);

/** Over a step that is not for this page: it leaves no trace, and "back" does not lead to it. */
export const skipStep = (guide: LocalizedWalkthrough, state: WalkState, page: PlayerPage): Transition =>
  goTo(guide, state, page, matchingBranch(guide.steps[state.step]!, page) ?? defaultBranch(guide.steps[state.step]!), false);

/** Is it so, as the page stands? */
export const isMet = (condition: Condition, step: LocalizedStep, page: PlayerPage): boolean =>
  condition.is === 'place' ? matchesUrlScope(page.url, condition.place) : page.holds(condition, step);

const matchingBranch = (step: LocalizedStep, page: PlayerPage): string | undefined =>
  step.next?.find((branch) => branch.if && isMet(branch.if, step, page))?.to;

/** The branch without a condition; undefined is the step that follows. */
const defaultBranch = (step: LocalizedStep): string | undefined => step.next?.find((branch) => !branch.if)?.to;

function goTo(
  guide: LocalizedWalkthrough,
  state: WalkState,
  page: PlayerPage,
  to: string | undefined,
  isCompleted: boolean,
): Transition {
  const current = guide.steps[state.step]!;
  const target = to === undefined ? state.step + 1 : guide.steps.findIndex(({ id }) => id === to);
  const effects: PlayerEffect[] =
    isCompleted && state.mode !== 'show' ? [{ do: 'record', what: 'advanced', step: current.id }] : [];
  if (target < 0 || target >= guide.steps.length) return finish(state);
  const trail = isCompleted ? [...state.trail, state.step] : state.trail;
  const entered = enter(guide, { step: target, mode: state.mode, trail }, page);
  return { state: entered.state, effects: [...effects, ...entered.effects] };
}

function finish(state: WalkState): Transition {
  const finished: WalkState = { step: state.step, phase: 'finished', mode: state.mode, trail: state.trail };
  const what = state.mode === 'show' ? 'shown' : 'finished';
  return {
    state: finished,
    effects: [
      { do: 'save', progress: null },
      { do: 'record', what },
    ],
  };
}

/** Where a person may come to the place that their step waits for. It may lie outside the step's own page, so wandering off is among them. */
const AWAITS_PLACE: ReadonlySet<WalkState['phase']> = new Set(['elsewhere', 'paused', 'seeking', 'showing']);

/** A step that waits for the place where the person is already is done as it is entered; so may be the next. Never round in circles. */
export function completeReachedSteps(guide: LocalizedWalkthrough, transition: Transition, page: PlayerPage): Transition {
  let { state, effects } = transition;
  for (let hops = 0; hops < guide.steps.length; hops += 1) {
    if (!AWAITS_PLACE.has(state.phase) || state.autoAdvancePaused || !isAtAwaitedPlace(guide.steps[state.step]!, page.url)) break;
    const next = completeStep(guide, state, page, true);
    state = next.state;
    effects = [...effects.filter((one) => one.do === 'record'), ...next.effects];
  }
  return { state, effects };
}
