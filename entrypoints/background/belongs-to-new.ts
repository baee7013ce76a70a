import { liesIn } from '../../src/model/place-pattern.ts';
import type { Progress } from '../../src/model/progress.ts';
import { type ShownGuide, walkthroughOf } from '../../src/model/shown.ts';

/** Does the step belong to the new tab, and not to the one that opened it? */
export function belongsToNew(
  progress: Progress,
  guides: readonly ShownGuide[],
  url: string | undefined,
  before: string | undefined,
): boolean {
  const step = walkthroughOf(guides, progress.pack, progress.guide)?.steps.find(({ id }) => id === progress.step);
  const place = step?.advance.on === 'place' ? step.advance.to : step?.at;
  return place !== undefined && url !== undefined && liesIn(url, place) && !(before !== undefined && liesIn(before, place));
}
