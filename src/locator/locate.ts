import type { Anchor } from '../model/anchor.ts';
import { locateByName } from './locate-by-name.ts';
import { modelOf, type PageModel, wideOf } from './page-model.ts';
import { rankAnchor } from './rank-anchor.ts';
import { confidenceOf } from './score.ts';
import { whyFound, whyNot } from './why.ts';

/** How comparisons and doubts are weighed. */
export interface Weights {
  rank: readonly number[];
  confidence: readonly number[];
}

/** What came of looking for a control. `why` is in plain words, for authors. */
export type Located =
  | { found: true; element: Element; confidence: number; why: string }
  | { found: false; why: string; best?: { element: Element; confidence: number } };

export interface LocateOptions {
  /** A model of the page made just now; without it one is made. */
  model?: PageModel;
  /** Below this confidence nothing is given. */
  threshold?: number;
  /** Weights other than the shipped ones; the benchmark judges an app by weights that were learnt without it. */
  weights?: Weights;
}

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
  const model = isText(anchor) ? wideOf(controls, page) : controls;
  const ranked = rankAnchor(anchor, model, options.weights?.rank);
  const first = ranked[0];
  if (!first) return { found: false, why: 'The page has no controls at all.' };
  const { confidence, rival } = confidenceOf(ranked, options.weights?.confidence);
  const best = { element: first.seen.element, confidence };
  return confidence >= (options.threshold ?? shippedThreshold)
    ? { found: true, ...best, why: whyFound(first) }
    : { found: false, why: whyNot(first, rival), best };
}
