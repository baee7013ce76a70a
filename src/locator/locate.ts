import type { Anchor } from '../model/anchor.ts';
import { locateByName } from './locate-by-name.ts';
import type { Located, LocateOptions } from './located.ts';
import { modelOf, wideOf } from './page-model.ts';
import { rankAnchor } from './rank-anchor.ts';
import { confidenceOf } from './score.ts';
import { whyFound, whyNot } from './why.ts';

/** On apps not learnt from, 0.7 % of controls that had been removed were mistaken at this confidence (docs/decisions/0006-locator.md). */
export const shippedThreshold = 0.9;

/** Was it made of a text that is no control? Then it is sought among all texts. */
export const isText = (anchor: Anchor): boolean => anchor.traits?.wide === true;

/**
 * Find the control an anchor describes, or say that it is not there. A wrong control is worse than none: a weak best, or a second
 * nearly as good, means that nothing is found.
 */
export function locate(anchor: Anchor, page: Document | ShadowRoot, options: LocateOptions = {}): Located {
  const controls = options.model ?? modelOf(page);
  if (!anchor.traits) return locateByName(anchor, controls);
  const model = isText(anchor) ? wideOf(controls) : controls;
  const ranked = rankAnchor(anchor, model, options.weights?.rank);
  const first = ranked[0];
  if (!first) return { found: false, why: 'The page has no controls at all.' };
  const { confidence, rival } = confidenceOf(ranked, options.weights?.confidence);
  const best = { element: first.seen.element, confidence };
  return confidence >= (options.threshold ?? shippedThreshold)
    ? { found: true, ...best, why: whyFound(first) }
    : { found: false, why: whyNot(first, rival), best };
}
