import type { Pack } from '../../model/pack/pack.ts';
import type { Progress } from '../../model/person/progress.ts';
import { matchesUrlScope } from '../../model/route/url-scope.ts';

/** Whether the current step belongs at the new tab's address and not at the address of the tab that opened it. */
export function belongsToNewTab(
  progress: Progress,
  packs: readonly Pack[],
  url: string | undefined,
  openerUrl: string | undefined,
): boolean {
  const guide = packs.find(({ id }) => id === progress.pack)?.guides.find(({ id }) => id === progress.guide);
  const step = guide?.kind === 'walkthrough' ? guide.steps.find(({ id }) => id === progress.step) : undefined;
  const scope = step?.advance.on === 'place' ? step.advance.to : step?.at;
  return (
    scope !== undefined &&
    url !== undefined &&
    matchesUrlScope(url, scope) &&
    !(openerUrl !== undefined && matchesUrlScope(openerUrl, scope))
  );
}
