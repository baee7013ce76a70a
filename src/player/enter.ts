import type { LocalizedStep, LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import type { ResumePoint } from '../model/person/progress.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import { matchesUrlScope } from '../model/route/url-scope.ts';
import type { PlayerEffect, PlayerPage, Transition } from './transition.ts';
import { stepAt, type WalkContext } from './walk-context.ts';

/** As many as stored progress holds. */
const MAX_TRAIL_STEPS = 50;
/** As long as stored progress holds. */
const MAX_URL_LENGTH = 500;

/** The step to enter. `lastUrl` says that it has been on screen before, and where. */
type StepEntry = Pick<WalkState, 'step' | 'mode' | 'trail' | 'lastUrl'> & { autoAdvancePaused?: true | undefined };

/** Enters a step, whether it belongs to this page or not. */
export function enter(guide: LocalizedWalkthrough, entry: StepEntry, page: PlayerPage): Transition {
  const { step: index, mode, trail, autoAdvancePaused, lastUrl } = entry;
  const step = stepAt(guide, index);
  const phase = isForUrl(step, page.url) ? (step.anchor ? 'seeking' : 'showing') : lastUrl ? 'paused' : 'elsewhere';
  const lastShownAt = phase === 'showing' ? withoutQuery(page.url) : lastUrl;
  const state: WalkState = {
    ...{ step: index, phase, mode, trail: trail.slice(-MAX_TRAIL_STEPS) },
    ...(autoAdvancePaused && { autoAdvancePaused }),
    ...(lastShownAt && { lastUrl: lastShownAt }),
  };
  return { state, effects: [saveProgress(guide, state), { do: 'locate' }] };
}

/** The control was found. Its address is saved, as the way back to the step. */
export function showAt({ guide, state: before, page }: WalkContext): Transition {
  const lastUrl = withoutQuery(page.url);
  const { controlGone: _, absence: _absence, ...shown } = before;
  const state: WalkState = { ...shown, phase: 'showing', lastUrl };
  return { state, effects: before.lastUrl === lastUrl ? [] : [saveProgress(guide, state)] };
}

export function saveProgress(guide: LocalizedWalkthrough, state: WalkState): PlayerEffect {
  const progress: ResumePoint = {
    step: stepAt(guide, state.step).id,
    mode: state.mode,
    trail: state.trail.map((index) => stepAt(guide, index).id),
    ...(state.phase === 'deciding' && { done: true }),
    ...(state.lastUrl && { lastUrl: state.lastUrl }),
  };
  return { do: 'save', progress };
}

/** Does the step belong to the page with this address? */
export const isForUrl = ({ at }: LocalizedStep, url: string): boolean => !at || matchesUrlScope(url, at);

/** Is this the place that the step waits for? */
export const isAtAwaitedPlace = ({ advance }: LocalizedStep, url: string): boolean =>
  advance.on === 'place' && matchesUrlScope(url, advance.to);

/** An address that is too long to be stored is no way back. */
function withoutQuery(url: string): string {
  const { origin, pathname, hash } = new URL(url);
  const address = origin + pathname + hash.replace(/\?.*$/s, '');
  return address.length > MAX_URL_LENGTH ? origin : address;
}
