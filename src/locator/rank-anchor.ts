import type { Anchor } from '../model/anchor.ts';
import { featuresOf } from './features.ts';
import { type Ranked, rank } from './score.ts';
import type { PageModel } from './seen.ts';
import { shortlist } from './shortlist.ts';
import { soughtOf } from './sought.ts';
import { rarityOf } from './tally.ts';

/** The controls of a page by how likely each is the one an anchor describes. */
export function rankAnchor(anchor: Anchor, model: PageModel, weights?: readonly number[]): Ranked[] {
  const sought = soughtOf(anchor, model.language);
  const among = shortlist(sought, model);
  // Of a page too large to compare all, all is not read either.
  const compared: PageModel = among === model.seen ? model : Object.create(model, { rarity: { value: rarityOf(among) } });
  return rank(featuresOf(sought, compared, among), among, weights);
}
