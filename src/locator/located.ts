import type { PageModel } from './seen.ts';

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
