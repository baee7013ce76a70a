import { guideKey, type ShownGuide } from '../model/shown.ts';
import { judgeAnnounced } from './judge-announced.ts';
import { judgeHere, type Page } from './judge-here.ts';

/**
 * Of the guides that are for this person, those that belong on this page: by priority, and then as the packs order them.
 *
 * @param fitting keys of the guides that are for this person, as the background judged them
 */
export function choose<G extends ShownGuide>(guides: readonly G[], fitting: readonly string[], page: Page): G[] {
  const own = new Set(fitting);
  const belongs = (guide: G) => own.has(guideKey(guide)) && judgeHere(guide, page).fits;
  return guides
    .filter((guide) => belongs(guide) && judgeAnnounced(guide, guides, belongs).fits)
    .sort((a, b) => b.priority - a.priority);
}
