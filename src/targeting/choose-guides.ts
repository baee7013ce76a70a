import { keyOfGuide, type LocalizedGuide } from '../model/pack/localized-guide.ts';
import { judgeOpenedGuide } from './judge-opened-guide.ts';
import { judgePage, type TargetingPage } from './judge-page.ts';

/**
 * Of the guides that are for this person, those that belong on this page: by priority, and then as the packs order them.
 *
 * @param eligible keys of the guides that are for this person, as the background judged them
 */
export function chooseGuides<G extends LocalizedGuide>(
  guides: readonly G[],
  eligible: readonly string[],
  page: TargetingPage,
): G[] {
  const own = new Set(eligible);
  const belongs = (guide: G) => own.has(keyOfGuide(guide)) && judgePage(guide, page).fits;
  return guides
    .filter((guide) => belongs(guide) && judgeOpenedGuide(guide, guides, belongs).fits)
    .sort((a, b) => b.priority - a.priority);
}
