import type { Anchor } from '../../model/pack/anchor.ts';
import { modelForAnchor } from '../locate.ts';
import type { Candidate, PageModel } from '../page/candidate.ts';
import { createAnchorQuery } from './anchor-query.ts';
import { featuresOf } from './features.ts';
import { type Ranked, rankCandidates } from './score.ts';
import { shortlist } from './shortlist.ts';

/** The controls of a page by how likely each is the one an anchor describes; and the only one about which all is as it was. */
export function rankAnchor(
  anchor: Anchor,
  pageModel: PageModel,
  windowEachSide?: number,
): { ranked: Ranked[]; soleMatch?: Candidate | false | undefined } {
  const model = modelForAnchor(anchor, pageModel);
  const { query, compared, soleMatch } = shortlist(
    { ...createAnchorQuery(anchor, model.language), unique: false },
    model,
    windowEachSide,
  );
  return { ranked: rankCandidates(featuresOf(query, model, compared), compared), soleMatch };
}
