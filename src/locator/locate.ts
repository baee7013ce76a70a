import type { Anchor } from '../model/pack/anchor.ts';
import { locateByName } from './locate-by-name.ts';
import type { LocateOptions, LocateResult, NotLocated } from './locate-result.ts';
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
  UNDECIDED_LEAD,
} from './match/score.ts';
import { shortlist } from './match/shortlist.ts';
import { type Candidate, isDrawn } from './page/candidate.ts';
import { areOtherIcons } from './page/icon.ts';
import { modelOf } from './page/model.ts';
import type { PageModel } from './page/page-model.ts';
import { distinctPlaces } from './page/same-control.ts';
import { visibilityOf } from './page/visibility.ts';

/** What is neither a control nor a text has little that identifies it: its neighbour stands where it stood. */
const PLACE_THRESHOLD = 0.97;

/**
 * Finds the control that an anchor describes, or says that it is not there. A wrong control is worse than none: nothing is found where the
 * best candidate is weak, or a second one is nearly as good.
 */
export function locate(anchor: Anchor, page: Document | ShadowRoot, options: LocateOptions = {}): LocateResult {
  const { model: pageModel = modelOf(page), weights = SHIPPED_WEIGHTS } = options;
  const model = modelForAnchor(anchor, pageModel);
  if (!anchor.traits) return locateByName(anchor, model);
  const { query, compared, soleMatch } = shortlist(createAnchorQuery(anchor, model.language), model);
  if (query.unique && soleMatch)
    return { found: true, element: soleMatch.element, confidence: SOLE_MATCH_CONFIDENCE, why: 'known' };
  const ranked = rankCandidates(featuresOf(query, model, compared), compared, weights.rank);
  const [first] = ranked;
  if (!first) return { found: false, why: 'absent' };
  const hidden = hiddenOriginal(query, first, model);
  if (hidden) return { found: false, why: 'hidden', best: { element: hidden.element, confidence: 0 } };
  // A control that was mistaken for another on the day it was described is not known better today.
  const confidence =
    anchor.confidence === 0 || hasOtherIcon(query, first, compared) ? 0 : confidenceOf(ranked, weights.confidence);
  const best = { element: first.candidate.element, confidence };
  const threshold = anchor.traits.isElement ? PLACE_THRESHOLD : CONFIDENCE_THRESHOLD;
  if (confidence < threshold) return { found: false, ...(severalLike(first, ranked) ?? { why: 'weak' }), best };
  return visibilityOf(best.element) === 'hidden' ? { found: false, why: 'hidden', best } : { found: true, ...best, why: 'known' };
}

/** A control that is not drawn now and is the one that is looked for, as the best candidate is not. */
function hiddenOriginal(
  query: AnchorQuery,
  { row, candidate: { icon: bestIcon } }: Ranked,
  { controls }: PageModel,
): Candidate | undefined {
  if (row.ids || row.wholeName || row.href) return undefined;
  const isNameless = query.name.length === 0;
  const isOriginal = ({ key, ids, icon }: Candidate) =>
    (ids.length > 0 && `${ids}` === `${query.ids}`) ||
    (key !== 0 && query.keys.includes(key)) ||
    (isNameless && key === 0 && areOtherIcons(query.icon, bestIcon) && `${icon}` === `${query.icon}`);
  return controls.find((one) => one.role === query.role && isOriginal(one) && !isDrawn(one));
}

/** Of a button without a name people see the icon alone: another icon is another button, whatever else agrees. */
function hasOtherIcon(query: AnchorQuery, { row, candidate }: Ranked, compared: readonly Candidate[]): boolean {
  const { name, icon } = query;
  const proof = Math.max(Math.min(row.ids, row.bestIds), Math.min(row.href, row.bestHref));
  return (
    name.length === 0 &&
    candidate.name.length === 0 &&
    proof < 0.5 &&
    areOtherIcons(icon, candidate.icon) &&
    haveIconsStayed(query, compared)
  );
}

/** Do most icons around it look as they did? A new set of icons, or classes that are made anew by each build, tell nothing. */
function haveIconsStayed({ neighbourhood, neighbourhoodIndex }: AnchorQuery, compared: readonly Candidate[]): boolean {
  const icons = new Set(compared.map(({ signature }) => signature.icon));
  const others = neighbourhood.filter(({ icon }, i) => icon !== 0 && i !== neighbourhoodIndex);
  return others.filter(({ icon }) => icons.has(icon)).length * 2 >= others.length;
}

/** Is the best one of several of its name between which nothing decides? */
function severalLike(first: Ranked, ranked: readonly Ranked[]): Pick<NotLocated, 'why' | 'count'> | undefined {
  const isLike = ({ candidate, row, score }: Ranked) =>
    row.wholeName && candidate.role === first.candidate.role && first.score - score < UNDECIDED_LEAD;
  const places = distinctPlaces(ranked.filter(isLike).map(({ candidate }) => candidate));
  return places.length > 1 ? { why: 'several', count: places.length } : undefined;
}
