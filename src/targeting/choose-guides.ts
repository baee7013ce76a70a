import { judgeOpenedGuide } from './judge-opened-guide.ts';
import { judgePage, type TargetingPage } from './judge-page.ts';
import type { TargetedGuide } from './verdict.ts';

/** A guide that is for this person, as far as the page judges it. */
type PageGuide = Pick<TargetedGuide, 'kind' | 'id' | 'pack' | 'where' | 'requiresControl' | 'safety' | 'opens'> & {
  priority: number;
};

/** Of the guides that are for this person, those that belong on this page: by priority, and then as the packs order them. */
export function chooseGuides<G extends PageGuide>(guides: readonly G[], page: TargetingPage): G[] {
  const belongs = (guide: G) => judgePage(guide, page).fits;
  return guides
    .filter((guide) => belongs(guide) && judgeOpenedGuide(guide, guides, belongs).fits)
    .sort((a, b) => b.priority - a.priority);
}
