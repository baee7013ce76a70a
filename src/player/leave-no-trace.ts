import type { LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import type { ResumePoint } from '../model/person/progress.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import { saveProgress } from './enter.ts';
import type { PlayerEffect, PlayerPage, Transition } from './transition.ts';
import { stepAt } from './walk-context.ts';

interface TracedWalk {
  guide: LocalizedWalkthrough;
  page: PlayerPage;
  /** The walkthrough has depended on a field's value before. */
  dependsOnValue: boolean;
}

/**
 * Runs a transition. From the moment it asks for the value of a field, the walkthrough depends on that value: which step comes, whether
 * it comes at all, and when the end is reached. So nothing that happens afterwards is recorded, and the end looks the same from outside
 * as a step: it stays stored until the person closes the card. Whether a value is asked for does not depend on any value, except after
 * one was asked for.
 */
export function leaveNoTrace({ guide, page, dependsOnValue }: TracedWalk, run: (page: PlayerPage) => Transition): Transition {
  const traced = traceValues(page);
  const { state, effects } = run(traced.page);
  if (!dependsOnValue && !traced.hasAskedForValue()) return { state, effects };
  const isSaved = dependsOnValue || effects.some((one) => one.do === 'save');
  const saved = isSaved ? effects : [saveProgress(guide, state), ...effects];
  return {
    state: { ...state, dependsOnValue: true },
    effects: saved.flatMap((effect) => withoutTrace(effect, guide, state)),
  };
}

function withoutTrace(effect: PlayerEffect, guide: LocalizedWalkthrough, { phase, step, mode }: WalkState): PlayerEffect[] {
  if (effect.do === 'record') return effect.what === 'finished' ? [{ do: 'note-finished' }] : [];
  if (effect.do !== 'save') return [effect];
  const atEnd: ResumePoint | null =
    phase === 'finished' ? { step: stepAt(guide, step).id, mode, trail: [], finished: true } : null;
  const progress = effect.progress ?? atEnd;
  return [{ do: 'save', progress: progress && { ...progress, dependsOnValue: true } }];
}

/** The page, and whether it was asked for the value of a field. */
function traceValues(page: PlayerPage): { page: PlayerPage; hasAskedForValue: () => boolean } {
  let hasAsked = false;
  const traced: PlayerPage = {
    url: page.url,
    holds: (condition, step) => {
      hasAsked ||= condition.is === 'value';
      return page.holds(condition, step);
    },
  };
  return { page: traced, hasAskedForValue: () => hasAsked };
}
