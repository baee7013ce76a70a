import type { Anchor } from '../model/anchor.ts';
import { featuresOf } from './features.ts';
import { type Ranked, rank } from './score.ts';
import type { PageModel } from './seen.ts';
import { shortlist } from './shortlist.ts';
import { soughtOf } from './sought.ts';

/** The controls of a page by how likely each is the one an anchor describes. */
export function rankAnchor(anchor: Anchor, model: PageModel, weights?: readonly number[]): Ranked[] {
  const sought = soughtOf(anchor, model.language);
  const among = shortlist(sought, model);
  return rank(featuresOf(sought, model, among), among, weights);
}
