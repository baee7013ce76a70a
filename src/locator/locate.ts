import type { Anchor } from '../model/pack/anchor.ts';
import { locateByName } from './locate-by-name.ts';
import type { LocateOptions, LocateResult } from './locate-result.ts';
import { type AnchorQuery, createAnchorQuery } from './match/anchor-query.ts';
import { featuresOf } from './match/features.ts';
import { confidenceOf, type Ranked, rankCandidates } from './match/score.ts';
import { shortlist } from './match/shortlist.ts';
import { isDrawn, type PageModel } from './page/candidate.ts';
import { modelOf, wideModelOf } from './page/model.ts';

/** On apps not learnt from, fewer than one in a hundred controls that had been removed were mistaken at this confidence (docs/build/locator.md). */
export const CONFIDENCE_THRESHOLD = 0.9;

/** Of the only control about which all is as it was. */
export const SOLE_MATCH_CONFIDENCE = 0.97;

/**
 * Find the control an anchor describes, or say that it is not there. A wrong control is worse than none: a weak best, or a second
 * nearly as good, means that nothing is found.
 */
export function locate(anchor: Anchor, page: Document | ShadowRoot, options: LocateOptions = {}): LocateResult {
  const pageModel = options.model ?? modelOf(page);
  if (!anchor.traits) return locateByName(anchor, pageModel);
  const model = modelForAnchor(anchor, pageModel);
  const { query, compared, soleMatch } = shortlist(createAnchorQuery(anchor, model.language), model);
  if (query.unique && soleMatch)
    return { found: true, element: soleMatch.element, confidence: SOLE_MATCH_CONFIDENCE, why: 'known' };
  const ranked = rankCandidates(featuresOf(query, model, compared), compared);
  if (!ranked[0]) return { found: false, why: 'absent' };
  // What was taken for another on its own day is not known by more today.
  const confidence = anchor.confidence === 0 ? 0 : confidenceOf(ranked);
  const best = { element: ranked[0].candidate.element, confidence };
  if (isHidden(query, ranked[0], model)) return { found: false, why: 'hidden', best };
  return confidence >= CONFIDENCE_THRESHOLD ? { found: true, ...best, why: 'known' } : { found: false, why: 'weak', best };
}

/** Its identifiers are those of a control that is not drawn, and what was found shares none of them, nor its name. */
const isHidden = ({ role, ids }: AnchorQuery, { row }: Ranked, { controls }: PageModel): boolean =>
  ids.length > 0 &&
  !row.ids &&
  !row.key &&
  controls.some((one) => one.role === role && !isDrawn(one) && `${one.ids}` === `${ids}`);

/** What is sought is among these: for an anchor made of a text, all texts. */
export const modelForAnchor = ({ traits }: Anchor, pageModel: PageModel): PageModel =>
  traits?.isText ? wideModelOf(pageModel) : pageModel;
