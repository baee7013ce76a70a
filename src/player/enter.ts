import { liesIn } from '../model/place-pattern.ts';
import type { KeptStep } from '../model/progress.ts';
import type { ShownStep, ShownWalkthrough } from '../model/shown.ts';
import type { WalkState } from '../model/walk-state.ts';
import type { Page, Played, PlayerEffect } from './played.ts';

/** As many as the progress keeps. */
const longestTrail = 50;

type Entering = Pick<WalkState, 'step' | 'way' | 'trail' | 'where'> & { held?: true | undefined };

/** To a step, on this page or not. `where` says that it has been on screen before, and where. */
export function enter(guide: ShownWalkthrough, { step: at, way, trail, held, where }: Entering, page: Page): Played {
  const step = guide.steps[at]!;
  const phase = isFor(step, page.url) ? (step.anchor ? 'seeking' : 'showing') : where ? 'paused' : 'elsewhere';
  const seen = phase === 'showing' ? withoutQuery(page.url) : where;
  const state: WalkState = {
    step: at,
    phase,
    way,
    trail: trail.slice(-longestTrail),
    ...(held && { held }),
    ...(seen && { where: seen }),
  };
  return { state, effects: [keep(guide, state), { do: 'seek' }] };
}

/** The control is there. Where it is seen is kept, as the way back to it. */
export function showAt(guide: ShownWalkthrough, before: WalkState, page: Page): Played {
  const where = withoutQuery(page.url);
  const state: WalkState = { ...before, phase: 'showing', where };
  return { state, effects: before.where === where ? [] : [keep(guide, state)] };
}

export function keep({ steps }: ShownWalkthrough, state: WalkState): PlayerEffect {
  const kept: KeptStep = {
    step: steps[state.step]!.id,
    way: state.way,
    trail: state.trail.map((at) => steps[at]!.id),
    ...(state.phase === 'deciding' && { done: true }),
    ...(state.where && { where: state.where }),
  };
  return { do: 'keep', kept };
}

/** Does the step belong here? */
export const isFor = ({ at }: ShownStep, url: string): boolean => !at || liesIn(url, at);

/** Is this the place that the step waits for? */
export const isThere = ({ advance }: ShownStep, url: string): boolean => advance.on === 'place' && liesIn(url, advance.to);

/** An address that is too long to be kept is no way back. */
function withoutQuery(url: string): string {
  const { origin, pathname, hash } = new URL(url);
  const whole = origin + pathname + hash.replace(/\?.*$/s, '');
  return whole.length > 500 ? origin : whole;
}
