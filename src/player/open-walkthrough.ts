import type { ResumePoint, WalkMode } from '../model/person/progress.ts';
import { enter, saveProgress } from './enter.ts';
import { leaveNoTrace } from './leave-no-trace.ts';
import { completeReachedSteps, takeDecidedBranch } from './leave-step.ts';
import { type PlayerEffect, type Transition, unchanged } from './transition.ts';
import type { WalkContext } from './walk-context.ts';

type Opening = Pick<WalkContext, 'guide' | 'page'>;

/**
 * Opens a walkthrough at its first step.
 *
 * @param unrecorded it goes on from one of which nothing is recorded
 */
export function begin({ guide, page }: Opening, mode: WalkMode = 'guide', unrecorded = false): Transition {
  const opened: PlayerEffect[] = unrecorded ? [] : [{ do: 'record', what: 'opened' }];
  const { state, effects } = leaveNoTrace({ guide, page, dependsOnValue: unrecorded }, (traced) =>
    openAt({ guide, page: traced }, { step: 0, mode, trail: [] }, false),
  );
  return { state, effects: [...opened, ...effects] };
}

/** Resumes a walkthrough after a page load, which may be what its step waited for. A step that a newer pack no longer has starts again. */
export function resume({ guide, page }: Opening, point: ResumePoint): Transition {
  const dependsOnValue = point.dependsOnValue === true;
  return leaveNoTrace({ guide, page, dependsOnValue }, (traced) => resumeAt({ guide, page: traced }, point));
}

function resumeAt({ guide, page }: Opening, point: ResumePoint): Transition {
  const indexOf = (id: string) => guide.steps.findIndex((step) => step.id === id);
  const step = indexOf(point.step);
  const { mode, lastUrl } = point;
  if (point.finished) return unchanged({ step: Math.max(0, step), phase: 'finished', mode, trail: [] });
  if (step < 0) return openAt({ guide, page }, { step: 0, mode, trail: [] }, true);
  const trail = point.trail.map(indexOf).filter((index) => index >= 0);
  const entry = { step, mode, trail, ...(lastUrl && { lastUrl }) };
  return point.done
    ? resumeDeciding({ guide, page, state: { ...entry, phase: 'deciding' } })
    : openAt({ guide, page }, entry, true);
}

function openAt({ guide, page }: Opening, entry: Parameters<typeof enter>[1], hasArrived: boolean): Transition {
  return completeReachedSteps(enter(guide, entry, page), { guide, page }, hasArrived);
}

function resumeDeciding(walk: WalkContext): Transition {
  const decided = takeDecidedBranch(walk);
  if (decided.effects.length > 0) return completeReachedSteps(decided, walk, true);
  return { state: walk.state, effects: [saveProgress(walk.guide, walk.state), { do: 'locate' }] };
}
