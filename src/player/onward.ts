import type { Condition } from '../model/condition.ts';
import { liesIn } from '../model/place-pattern.ts';
import type { ShownStep, ShownWalkthrough } from '../model/shown.ts';
import type { WalkState } from '../model/walk-state.ts';
import { enter, isThere, keep } from './enter.ts';
import type { Page, Played, PlayerEffect } from './played.ts';

/** The step is done. If the page has yet to answer an act, what decides where it goes on may come a moment later. */
export function done(guide: ShownWalkthrough, state: WalkState, page: Page, answers: boolean): Played {
  const step = guide.steps[state.step]!;
  const branch = taken(step, page);
  if (branch === undefined && answers && step.next?.some((one) => one.if)) {
    const { step: at, way, trail, where } = state;
    const deciding: WalkState = { step: at, phase: 'deciding', way, trail, ...(where && { where }) };
    return { state: deciding, effects: [keep(guide, deciding), { do: 'seek' }] };
  }
  return leaveFor(guide, state, page, branch ?? usual(step), true);
}

/** While the page answers: the branch that holds by now, if one does. */
export function decide(guide: ShownWalkthrough, state: WalkState, page: Page): Played {
  const branch = taken(guide.steps[state.step]!, page);
  return branch === undefined ? { state, effects: [] } : leaveFor(guide, state, page, branch, true);
}

/** No longer: what holds now, or the usual way. */
export const goOn = (guide: ShownWalkthrough, state: WalkState, page: Page): Played =>
  leaveFor(guide, state, page, taken(guide.steps[state.step]!, page) ?? usual(guide.steps[state.step]!), true);

/** Over a step that is not for this page: it leaves no trace, and "back" does not lead to it. */
export const passOver = (guide: ShownWalkthrough, state: WalkState, page: Page): Played =>
  leaveFor(guide, state, page, taken(guide.steps[state.step]!, page) ?? usual(guide.steps[state.step]!), false);

/** Is it so, as the page stands? */
export const holds = (condition: Condition, step: ShownStep, page: Page): boolean =>
  condition.is === 'place' ? liesIn(page.url, condition.place) : page.holds(condition, step);

const taken = (step: ShownStep, page: Page): string | undefined =>
  step.next?.find((branch) => branch.if && holds(branch.if, step, page))?.to;

/** The branch without a condition; undefined is the step that follows. */
const usual = (step: ShownStep): string | undefined => step.next?.find((branch) => !branch.if)?.to;

function leaveFor(guide: ShownWalkthrough, state: WalkState, page: Page, to: string | undefined, wasDone: boolean): Played {
  const own = guide.steps[state.step]!;
  const named = to === undefined ? state.step + 1 : guide.steps.findIndex(({ id }) => id === to);
  const effects: PlayerEffect[] = wasDone && state.way !== 'show' ? [{ do: 'record', what: 'advanced', step: own.id }] : [];
  if (named < 0 || named >= guide.steps.length) return finish(state);
  const trail = wasDone ? [...state.trail, state.step] : state.trail;
  const entered = enter(guide, { step: named, way: state.way, trail }, page);
  return { state: entered.state, effects: [...effects, ...entered.effects] };
}

function finish(state: WalkState): Played {
  const over: WalkState = { step: state.step, phase: 'finished', way: state.way, trail: state.trail };
  const what = state.way === 'show' ? 'shown' : 'finished';
  return {
    state: over,
    effects: [
      { do: 'keep', kept: null },
      { do: 'record', what },
    ],
  };
}

/** Where a person may come to the place that their step waits for. It may lie outside the step's own page, so wandering off is among them. */
const waits: ReadonlySet<WalkState['phase']> = new Set(['elsewhere', 'paused', 'seeking', 'showing']);

/** A step that waits for the place where the person is already is done as it is entered; so may be the next. Never round in circles. */
export function settle(guide: ShownWalkthrough, played: Played, page: Page): Played {
  let { state, effects } = played;
  for (let hops = 0; hops < guide.steps.length; hops += 1) {
    if (!waits.has(state.phase) || state.held || !isThere(guide.steps[state.step]!, page.url)) break;
    const next = done(guide, state, page, true);
    state = next.state;
    effects = [...effects.filter((one) => one.do === 'record'), ...next.effects];
  }
  return { state, effects };
}
