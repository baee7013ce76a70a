import type { LocalizedStep, LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import type { PlayerPage } from './transition.ts';

/** A walkthrough, how far it is, and the page as it is now. */
export interface WalkContext {
  guide: LocalizedWalkthrough;
  state: WalkState;
  page: PlayerPage;
}

/** The step with that index. An index that the walkthrough does not have is a bug of ours. */
export function stepAt({ steps }: LocalizedWalkthrough, index: number): LocalizedStep {
  const step = steps[index];
  if (!step) throw new RangeError(`There is no step ${index} among ${steps.length}.`);
  return step;
}

/** The step that a walkthrough is at. */
export const stepOf = ({ guide, state }: Pick<WalkContext, 'guide' | 'state'>): LocalizedStep => stepAt(guide, state.step);
