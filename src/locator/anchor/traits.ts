import type { Traits } from '../../model/pack/anchor.ts';
import { WORD_LISTS } from '../match/anchor-query.ts';
import { encodeNeighbourhood, nearest } from '../match/neighbourhood.ts';
import { type Candidate, isDrawn } from '../page/candidate.ts';
import { encode } from '../page/hash-words.ts';
import { COMPARE_ALL_UP_TO } from '../page/model.ts';
import type { PageModel } from '../page/page-model.ts';

/** What `describe` writes of a control into an anchor. */
export function traitsOf(
  seen: Candidate,
  { candidates: all, width: windowWidth, isWide }: Pick<PageModel, 'candidates' | 'width' | 'isWide'>,
): Traits {
  // Of a large page less is laid out and read, and less will be compared.
  const drawn = all.length > COMPARE_ALL_UP_TO ? nearest(all, all.indexOf(seen), 44).near.filter(isDrawn) : all;
  const { near, at: neighbourhoodIndex } = nearest(drawn, drawn.indexOf(seen));
  const wordLists = Object.fromEntries(WORD_LISTS.filter((list) => seen[list].length).map((list) => [list, encode(seen[list])]));
  return {
    tag: seen.tag,
    ...(isWide && { isText: true }),
    ...(seen.type && { type: seen.type.slice(0, 40) }),
    ...wordLists,
    ...(seen.landmark && { landmark: seen.landmark }),
    box: [Math.round(seen.x), Math.round(seen.y), Math.round(seen.w), Math.round(seen.h)],
    windowWidth,
    neighbourhood: encodeNeighbourhood(near.map((one) => one.signature)),
    neighbourhoodIndex,
  };
}
