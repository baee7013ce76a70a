import type { LocalizedStep, LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import { matchesUrlScope } from '../model/pack/url-scope.ts';
import type { ResumePoint } from '../model/person/progress.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import type { PlayerEffect, PlayerPage, Transition } from './transition.ts';

/** As many as the progress keeps. */
const MAX_TRAIL_STEPS = 50;

type StepEntry = Pick<WalkState, 'step' | 'mode' | 'trail' | 'lastUrl'> & { held?: true | undefined };

/** To a step, on this page or not. `where` says that it has been on screen before, and where. */
export function enter(
  guide: LocalizedWalkthrough,
  { step: at, mode, trail, held: autoAdvancePaused, lastUrl }: StepEntry,
  page: PlayerPage,
): Transition {
  const step = guide.steps[at]!;
  const phase = isForUrl(step, page.url) ? (step.anchor ? 'seeking' : 'showing') : lastUrl ? 'paused' : 'elsewhere';
  const lastShownAt = phase === 'showing' ? withoutQuery(page.url) : lastUrl;
  const state: WalkState = {
    step: at,
    phase,
    mode,
    trail: trail.slice(-MAX_TRAIL_STEPS),
    ...(autoAdvancePaused && { autoAdvancePaused }),
    ...(lastShownAt && { lastUrl: lastShownAt }),
  };
  return { state, effects: [saveProgress(guide, state), { do: 'locate' }] };
}

/** The control is there. Where it is seen is kept, as the way back to it. */
export function showAt(guide: LocalizedWalkthrough, before: WalkState, page: PlayerPage): Transition {
  const lastUrl = withoutQuery(page.url);
  const state: WalkState = { ...before, phase: 'showing', lastUrl };
  return { state, effects: before.lastUrl === lastUrl ? [] : [saveProgress(guide, state)] };
}

export function saveProgress({ steps }: LocalizedWalkthrough, state: WalkState): PlayerEffect {
  const progress: ResumePoint = {
    step: steps[state.step]!.id,
    mode: state.mode,
    trail: state.trail.map((at) => steps[at]!.id),
    ...(state.phase === 'deciding' && { done: true }),
    ...(state.lastUrl && { lastUrl: state.lastUrl }),
  };
  return { do: 'save', progress };
}

/** Does the step belong here? */
export const isForUrl = ({ at }: LocalizedStep, url: string): boolean => !at || matchesUrlScope(url, at);

/** Is this the place that the step waits for? */
export const isAtAwaitedPlace = ({ advance }: LocalizedStep, url: string): boolean =>
  advance.on === 'place' && matchesUrlScope(url, advance.to);

/** An address that is too long to be kept is no way back. */
function withoutQuery(url: string): string {
  const { origin, pathname, hash } = new URL(url);
  const address = origin + pathname + hash.replace(/\?.*$/s, '');
  return address.length > 500 ? origin : address;
}
