import type { Anchor } from '../model/anchor.ts';
import { featuresOf } from './features.ts';
import { locateByName } from './locate-by-name.ts';
import type { Located, LocateOptions } from './located.ts';
import { modelOf, wideOf } from './page-model.ts';
import { confidenceOf, type Ranked, rank } from './score.ts';
import { isDrawn, type PageModel } from './seen.ts';
import { shortlist } from './shortlist.ts';
import { type Sought, soughtOf } from './sought.ts';

/** On apps not learnt from, fewer than one in a hundred controls that had been removed were mistaken at this confidence (docs/locator.md). */
export const shippedThreshold = 0.9;

/** Of the only control about which all is as it was. */
export const soleConfidence = 0.97;

/**
 * Find the control an anchor describes, or say that it is not there. A wrong control is worse than none: a weak best, or a second
 * nearly as good, means that nothing is found.
 */
export function locate(anchor: Anchor, page: Document | ShadowRoot, options: LocateOptions = {}): Located {
  const controls = options.model ?? modelOf(page);
  if (!anchor.traits) return locateByName(anchor, controls);
  const model = modelFor(anchor, controls);
  const { sought, among, sole } = shortlist(soughtOf(anchor, model.language), model);
  if (sought.sole && sole) return { found: true, element: sole.element, confidence: soleConfidence, why: 'known' };
  const ranked = rank(featuresOf(sought, model, among), among);
  if (!ranked[0]) return { found: false, why: 'absent' };
  // What was taken for another on its own day is not known by more today.
  const confidence = anchor.sure === 0 ? 0 : confidenceOf(ranked);
  const best = { element: ranked[0].seen.element, confidence };
  if (isHidden(sought, ranked[0], model)) return { found: false, why: 'hidden', best };
  return confidence >= shippedThreshold ? { found: true, ...best, why: 'known' } : { found: false, why: 'weak', best };
}

/** Its identifiers are those of a control that is not drawn, and what was found shares none of them, nor its name. */
const isHidden = ({ role, ids }: Sought, { row }: Ranked, { all }: PageModel): boolean =>
  ids.length > 0 && !row.ids && !row.key && all.some((one) => one.role === role && !isDrawn(one) && `${one.ids}` === `${ids}`);

/** What is sought is among these: for an anchor made of a text, all texts. */
export const modelFor = ({ traits }: Anchor, controls: PageModel): PageModel => (traits?.wide ? wideOf(controls) : controls);
