import type { Condition } from '../model/pack/condition.ts';
import type { LocalizedStep } from '../model/pack/localized-guide.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import { matchesUrlScope } from '../model/route/url-scope.ts';
import { hasConditionalBranch, pauseIfAlone } from './automatic-advance.ts';
import { enter, isAtAwaitedPlace, saveProgress } from './enter.ts';
import type { PlayerEffect, PlayerPage, Transition } from './transition.ts';
import { stepOf, type WalkContext } from './walk-context.ts';

/** @param awaitsPage the page has yet to react to an act, so what decides where the walkthrough goes on may come a moment later */
export function completeStep(walk: WalkContext, awaitsPage: boolean): Transition {
  const step = stepOf(walk);
  const branch = matchingBranch(step, walk.page);
  if (branch === undefined && awaitsPage && step.next?.some((one) => one.if)) {
    const { step: index, mode, trail, lastUrl } = walk.state;
    const deciding: WalkState = { step: index, phase: 'deciding', mode, trail, ...(lastUrl && { lastUrl }) };
    return { state: deciding, effects: [saveProgress(walk.guide, deciding), { do: 'locate' }] };
  }
  return goTo(walk, branch ?? defaultBranch(step), true);
}

/** While the page reacts: takes the branch that holds by now, if one does. */
export function takeDecidedBranch(walk: WalkContext): Transition {
  const branch = matchingBranch(stepOf(walk), walk.page);
  return branch === undefined ? { state: walk.state, effects: [] } : goTo(walk, branch, true);
}

/** Waits no longer: takes the branch that holds now, or the default one. */
export const takeAnyBranch = (walk: WalkContext): Transition => goTo(walk, branchNow(walk), true);

/** Passes over a step that this page does not have: it leaves no trace, and "back" does not lead to it. */
export const skipStep = (walk: WalkContext): Transition => goTo(walk, branchNow(walk), false);

/** Does the condition hold on the page as it is? */
export const isMet = (condition: Condition, step: LocalizedStep, page: PlayerPage): boolean =>
  condition.is === 'place' ? matchesUrlScope(page.url, condition.place) : page.holds(condition, step);

function branchNow(walk: WalkContext): string | undefined {
  const step = stepOf(walk);
  return matchingBranch(step, walk.page) ?? defaultBranch(step);
}

const matchingBranch = (step: LocalizedStep, page: PlayerPage): string | undefined =>
  step.next?.find((branch) => branch.if && isMet(branch.if, step, page))?.to;

/** The branch without a condition; undefined is the step that follows. */
const defaultBranch = (step: LocalizedStep): string | undefined => step.next?.find((branch) => !branch.if)?.to;

function goTo(walk: WalkContext, to: string | undefined, isCompleted: boolean): Transition {
  const { guide, state, page } = walk;
  const target = to === undefined ? state.step + 1 : guide.steps.findIndex(({ id }) => id === to);
  const isRecorded = isCompleted && state.mode !== 'show';
  const effects: PlayerEffect[] = isRecorded ? [{ do: 'record', what: 'advanced', step: stepOf(walk).id }] : [];
  if (target < 0 || target >= guide.steps.length) return finish(state);
  const trail = isCompleted ? [...state.trail, state.step] : state.trail;
  const entered = enter(guide, { step: target, mode: state.mode, trail }, page);
  return { state: entered.state, effects: [...effects, ...entered.effects] };
}

function finish({ step, mode, trail }: WalkState): Transition {
  return {
    state: { step, phase: 'finished', mode, trail },
    effects: [
      { do: 'save', progress: null },
      { do: 'record', what: mode === 'show' ? 'shown' : 'finished' },
    ],
  };
}

/** Phases in which a person may come to the place that their step waits for. It may lie outside the step's own page, so `paused` is one. */
const AWAITS_PLACE: ReadonlySet<WalkState['phase']> = new Set(['elsewhere', 'paused', 'seeking', 'showing']);

/**
 * Completes a step that waits for the place where the person already is, and likewise those after it; each at most once. The address is one
 * fact, however many steps wait for it, so this is one automatic advance; it ends where conditions decide what comes next.
 *
 * @param hasArrived the person has just come to this address, which is an act of theirs
 */
export function completeReachedSteps(
  { state, effects }: Transition,
  { guide, page }: Omit<WalkContext, 'state'>,
  hasArrived = false,
): Transition {
  let reached: Transition = { state, effects };
  for (let hops = 0; hops < guide.steps.length; hops += 1) {
    const walk = { guide, page, state: reached.state };
    const awaits = AWAITS_PLACE.has(walk.state.phase) && !walk.state.autoAdvancePaused;
    if (!awaits || !isAtAwaitedPlace(stepOf(walk), page.url)) break;
    const next = completeStep(walk, true);
    const isDecided = hasConditionalBranch(stepOf(walk));
    const after = hasArrived && !isDecided ? next.state : { ...next.state, automatic: true as const };
    const isLast = isDecided || !isAtAwaitedPlace(guide.steps[after.step]!, page.url);
    reached = {
      state: isLast && after.automatic ? pauseIfAlone({ guide }, after) : after,
      effects: [...reached.effects.filter((one) => one.do === 'record'), ...next.effects],
    };
  }
  return reached;
}
