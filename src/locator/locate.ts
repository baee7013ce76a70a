import type { Anchor } from '../model/pack/anchor.ts';
import { locateByName } from './locate-by-name.ts';
import type { LocateOptions, LocateResult } from './locate-result.ts';
import { type AnchorQuery, createAnchorQuery } from './match/anchor-query.ts';
import { featuresOf } from './match/features.ts';
import { modelForAnchor } from './match/rank-anchor.ts';
import {
  CONFIDENCE_THRESHOLD,
  confidenceOf,
  type Ranked,
  rankCandidates,
  SHIPPED_WEIGHTS,
  SOLE_MATCH_CONFIDENCE,
} from './match/score.ts';
import { shortlist } from './match/shortlist.ts';
import { isDrawn } from './page/candidate.ts';
import { modelOf } from './page/model.ts';
import type { PageModel } from './page/page-model.ts';

/**
 * Finds the control that an anchor describes, or says that it is not there. A wrong control is worse than none: nothing is found where the
 * best candidate is weak, or a second one is nearly as good.
 */
export function locate(anchor: Anchor, page: Document | ShadowRoot, options: LocateOptions = {}): LocateResult {
  const { model: pageModel = modelOf(page), weights = SHIPPED_WEIGHTS } = options;
  if (!anchor.traits) return locateByName(anchor, pageModel);
  const model = modelForAnchor(anchor, pageModel);
  const { query, compared, soleMatch } = shortlist(createAnchorQuery(anchor, model.language), model);
  if (query.unique && soleMatch)
    return { found: true, element: soleMatch.element, confidence: SOLE_MATCH_CONFIDENCE, why: 'known' };
  const ranked = rankCandidates(featuresOf(query, model, compared), compared, weights.rank);
  if (!ranked[0]) return { found: false, why: 'absent' };
  // A control that was mistaken for another on the day it was described is not known better today.
  const confidence = anchor.confidence === 0 ? 0 : confidenceOf(ranked, weights.confidence);
  const best = { element: ranked[0].candidate.element, confidence };
  if (isHidden(query, ranked[0], model)) return { found: false, why: 'hidden', best };
  return confidence >= CONFIDENCE_THRESHOLD ? { found: true, ...best, why: 'known' } : { found: false, why: 'weak', best };
}

/** Its identifiers are those of a control that is not drawn, and the best candidate shares none of them, nor its name. */
const isHidden = ({ role, ids }: AnchorQuery, { row }: Ranked, { controls }: PageModel): boolean =>
  ids.length > 0 &&
  !row.ids &&
  !row.wholeName &&
  controls.some((one) => one.role === role && !isDrawn(one) && `${one.ids}` === `${ids}`);
