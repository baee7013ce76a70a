import type { Anchor } from '../../model/pack/anchor.ts';
import type { AnchorStrength } from '../../model/studio/observed-act.ts';

const SURE = 0.9;
const WEAK = 0.5;

/** How well an anchor told its control from the others on the page where it was described. One written by hand says nothing of it. */
export function strengthOfAnchor({ traits, confidence }: Pick<Anchor, 'traits' | 'confidence'>): AnchorStrength {
  if (traits?.unique) return 'only';
  if (confidence === undefined || confidence >= SURE) return 'sure';
  return confidence >= WEAK ? 'weak' : 'ambiguous';
}
