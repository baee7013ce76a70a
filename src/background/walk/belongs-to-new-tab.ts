import { type LocalizedGuide, walkthroughOf } from '../../model/pack/localized-guide.ts';
import { matchesUrlScope } from '../../model/pack/url-scope.ts';
import type { Progress } from '../../model/person/progress.ts';

/** Does the step belong to the new tab, and not to the one that opened it? */
export function belongsToNewTab(
  progress: Progress,
  guides: readonly LocalizedGuide[],
  url: string | undefined,
  openerUrl: string | undefined,
): boolean {
  const step = walkthroughOf(guides, progress.pack, progress.guide)?.steps.find(({ id }) => id === progress.step);
  const scope = step?.advance.on === 'place' ? step.advance.to : step?.at;
  return (
    scope !== undefined &&
    url !== undefined &&
    matchesUrlScope(url, scope) &&
    !(openerUrl !== undefined && matchesUrlScope(openerUrl, scope))
  );
}
