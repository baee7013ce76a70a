import { enter, isAtAwaitedPlace, isForUrl } from './enter.ts';
import { type Transition, unchanged } from './transition.ts';
import { stepAt, stepOf, type WalkContext } from './walk-context.ts';

/**
 * Where in the trail the step is that opens the control of this one, which was on screen before and is not there now: after a reload, the
 * form of a step is closed. It is the step that the pack names, and where it names none, the nearest one before this whose control is on
 * the page; that is a guess, and not made where the control has gone while the person looked.
 */
export function openerOf(walk: WalkContext): number | undefined {
  const { lastUrl, mode, autoAdvancePaused, controlGone } = walk.state;
  if (!lastUrl || mode === 'show' || autoAdvancePaused) return undefined;
  const { revealedBy } = stepOf(walk);
  if (revealedBy !== undefined) return revealerOf(walk, revealedBy);
  return controlGone ? undefined : nearestOpener(walk);
}

/** The step by which the control appears, as the pack says; if its control is not there either, the one that reveals that in turn. */
function revealerOf({ guide, state, page }: WalkContext, revealedBy: string): number | undefined {
  let end = state.step;
  for (let id: string | undefined = revealedBy; id !== undefined; ) {
    const index = guide.steps.findIndex((step) => step.id === id);
    // Only an earlier step reveals: a pack that says otherwise leads nowhere.
    if (index < 0 || index >= end) return undefined;
    const step = stepAt(guide, index);
    const at = state.trail.lastIndexOf(index);
    const isHere = isForUrl(step, page.url) && !isAtAwaitedPlace(step, page.url);
    if (at >= 0 && isHere && step.anchor && page.holds({ is: 'appears', anchor: step.anchor }, step)) return at;
    end = index;
    id = step.revealedBy;
  }
  return undefined;
}

function nearestOpener({ guide, state, page }: WalkContext): number | undefined {
  const { trail } = state;
  const { anchor: own } = stepOf({ guide, state });
  for (let at = trail.length - 1; at >= 0; at--) {
    const step = stepAt(guide, trail[at]!);
    const { anchor } = step;
    if (!anchor || !isForUrl(step, page.url) || isAtAwaitedPlace(step, page.url)) continue;
    if (JSON.stringify(anchor) !== JSON.stringify(own) && page.holds({ is: 'appears', anchor }, step)) return at;
  }
  return undefined;
}

/** Goes back to that step of the trail, from which the person opens again what was closed. */
export function returnToOpener({ guide, state, page }: WalkContext, at: number): Transition {
  const { step, trail, mode, lastUrl } = state;
  const { state: entered, effects } = enter(guide, { step: trail[at]!, mode, trail: trail.slice(0, at) }, page);
  return { state: { ...entered, reopening: true, closedStep: { step, trail, ...(lastUrl && { lastUrl }) } }, effects };
}

/** Goes on with the step that seemed closed: the page was only slow. */
export function returnToClosedStep({ guide, state, page }: WalkContext): Transition {
  const { closedStep, mode } = state;
  return closedStep ? enter(guide, { ...closedStep, mode }, page) : unchanged(state);
}
