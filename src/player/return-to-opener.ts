import { enter, isAtAwaitedPlace, isForUrl } from './enter.ts';
import { type Transition, unchanged } from './transition.ts';
import { stepAt, stepOf, type WalkContext } from './walk-context.ts';

/**
 * Where in the trail the step is that opens the control of this one, which was on screen before the page was loaded or came back, and is
 * not there now: after a reload, the form of a step is closed. It is the nearest step before this one whose control is on the page.
 */
export function openerOf({ guide, state, page }: WalkContext): number | undefined {
  const { trail, lastUrl, mode, autoAdvancePaused, controlGone } = state;
  const { anchor: own } = stepOf({ guide, state });
  if (!lastUrl || controlGone || mode === 'show' || autoAdvancePaused) return undefined;
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
