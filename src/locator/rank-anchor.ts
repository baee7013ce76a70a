import type { Anchor } from '../model/anchor.ts';
import { featuresOf } from './features.ts';
import { modelFor } from './locate.ts';
import { type Ranked, rank } from './score.ts';
import type { PageModel, Seen } from './seen.ts';
import { shortlist } from './shortlist.ts';
import { soughtOf } from './sought.ts';

/** The controls of a page by how likely each is the one an anchor describes; and the only one about which all is as it was. */
export function rankAnchor(
  anchor: Anchor,
  controls: PageModel,
  few?: number,
): { ranked: Ranked[]; sole?: Seen | false | undefined } {
  const model = modelFor(anchor, controls);
  const { sought, among, sole } = shortlist({ ...soughtOf(anchor, model.language), sole: false }, model, few);
  return { ranked: rank(featuresOf(sought, model, among), among), sole };
}
