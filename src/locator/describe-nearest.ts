import type { Anchor } from '../model/pack/anchor.ts';
import { describe } from './anchor/describe.ts';
import { locate } from './locate.ts';
import { modelOf } from './page/model.ts';

/** The control that is most like what an anchor describes. */
export interface NearestControl {
  anchor: Anchor;
  /** How likely it is the one that was meant, from 0 to 1. */
  confidence: number;
}

/** Describes the control that an anchor finds, or else the one that is most like it, for an author to take instead. */
export function describeNearest(anchor: Anchor, page: Document): NearestControl | undefined {
  const model = modelOf(page);
  const located = locate(anchor, page, { model });
  const nearest = located.found ? located : located.best;
  return nearest && { anchor: describe(nearest.element, model), confidence: nearest.confidence };
}
