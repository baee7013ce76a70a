import type { WalkOnScreen } from '../overlay-state.ts';

/** Which of the steps this is, counted from 1, and how many there are: of those that the person has seen, and those that follow. */
export function stepPosition({ guide, stepIndex, trail }: Pick<WalkOnScreen, 'guide' | 'stepIndex' | 'trail'>) {
  const seen = new Set(trail.filter((index) => index < stepIndex)).size;
  return { position: seen + 1, count: seen + guide.steps.length - stepIndex };
}
