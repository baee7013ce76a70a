import type { Anchor, Traits } from '../../model/pack/anchor.ts';
import type { Candidate } from '../page/candidate.ts';
import { widerModelOf } from '../page/model.ts';
import type { ModelScope, PageModel } from '../page/page-model.ts';
import { isControl } from '../page/role.ts';
import { createAnchorQuery } from './anchor-query.ts';
import { featuresOf } from './features.ts';
import { type Ranked, rankCandidates } from './score.ts';
import { shortlist } from './shortlist.ts';

/** The model that an anchor is looked for in: one made of a text is looked for among all texts, one of another element among its like. */
export function modelForAnchor({ role, traits }: Anchor, pageModel: PageModel): PageModel {
  if (traits?.isText) return widerModelOf(pageModel, scopeOf(traits));
  return traits || isControl(role) ? pageModel : widerModelOf(pageModel, { also: role });
}

/** The scope in which something is described that is neither control nor heading: `isElement` if it has no text of its own either. */
const scopeOf = ({ isElement, tag }: Traits): ModelScope => ({ texts: true, ...(isElement && { also: tag }) });

/** The controls of a page by how likely each is the one an anchor describes, and the only one about which everything is as it was. */
export function rankAnchor(
  anchor: Anchor,
  pageModel: PageModel,
  windowEachSide?: number,
): { ranked: Ranked[]; soleMatch?: Candidate | false | undefined } {
  const model = modelForAnchor(anchor, pageModel);
  const query = { ...createAnchorQuery(anchor, model.language), unique: false };
  const { query: shortQuery, compared, soleMatch } = shortlist(query, model, windowEachSide);
  return { ranked: rankCandidates(featuresOf(shortQuery, model, compared), compared), soleMatch };
}
