import type { LocatorWeights } from './match/score.ts';
import type { PageModel } from './page/page-model.ts';

/**
 * What came of looking for a control, and why in one word: `known` by all that was recorded, or `named`, as the only one of its name;
 * `absent`, one of `several` alike, too `weak` a likeness, `hidden` (there, but nobody sees it), or `taken` by another anchor.
 */
export type LocateResult = Located | NotLocated;

interface Located {
  found: true;
  element: Element;
  confidence: number;
  why: 'known' | 'named';
}

export interface NotLocated {
  found: false;
  why: 'absent' | 'several' | 'weak' | 'hidden' | 'taken';
  best?: { element: Element; confidence: number };
  /** How many there are, of `several`. */
  count?: number;
}

export interface LocateOptions {
  /** A model of the page made just now; without it one is made. */
  model?: PageModel;
  /** Benchmarks judge by weights learnt without the app at hand; everyone else by those shipped. */
  weights?: LocatorWeights;
}
