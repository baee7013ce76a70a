import type { Anchor } from '../model/anchor.ts';
import { featuresOf } from './features.ts';
import { locateByName } from './locate-by-name.ts';
import type { Located, LocateOptions } from './located.ts';
import { modelOf, wideOf } from './page-model.ts';
import { confidenceOf, type Ranked, rank } from './score.ts';
import { isDrawn, type PageModel } from './seen.ts';
import { shortlist } from './shortlist.ts';
import { soughtOf } from './sought.ts';
import { read } from './words.ts';

/** On apps not learnt from, fewer than one in a hundred controls that had been removed were mistaken at this confidence (docs/locator.md). */
export const shippedThreshold = 0.9;

/**
 * Find the control an anchor describes, or say that it is not there. A wrong control is worse than none: a weak best, or a second
 * nearly as good, means that nothing is found.
 */
export function locate(anchor: Anchor, page: Document | ShadowRoot, options: LocateOptions = {}): Located {
  const model = options.model ?? modelOf(page);
  if (!anchor.traits) return locateByName(anchor, model);
  const ranked = rankAnchor(anchor, model, options.weights?.rank);
  if (!ranked[0]) return { found: false, why: 'absent' };
  const confidence = confidenceOf(ranked, options.weights?.confidence);
  const best = { element: ranked[0].seen.element, confidence };
  if (isHidden(anchor, ranked[0], model)) return { found: false, why: 'hidden', best };
  return confidence >= shippedThreshold ? { found: true, ...best, why: 'known' } : { found: false, why: 'weak', best };
}

/** Its identifiers are those of a control that is not drawn, and what was found shares none of them, nor its name. */
const isHidden = ({ role, traits }: Anchor, { row }: Ranked, { all }: PageModel): boolean =>
  !!traits?.ids &&
  !row.ids &&
  !row.key &&
  all.some((one) => one.role === role && !isDrawn(one) && `${one.ids}` === `${read(traits.ids)}`);

/** The controls of a page by how likely each is the one an anchor describes; for one made of a text, all texts. */
export function rankAnchor(anchor: Anchor, controls: PageModel, weights?: readonly number[]): Ranked[] {
  const model = anchor.traits?.wide ? wideOf(controls) : controls;
  const { sought, among } = shortlist(soughtOf(anchor, model.language), model);
  return rank(featuresOf(sought, model, among), among, weights);
}
