import type { Traits } from '../../model/pack/anchor.ts';
import { WORD_LISTS } from '../match/anchor-query.ts';
import { encodeNeighbourhood, nearest } from '../match/neighbourhood.ts';
import { type Candidate, isDrawn } from '../page/candidate.ts';
import { encode } from '../page/hash-words.ts';
import { COMPARE_ALL_UP_TO } from '../page/model.ts';
import type { PageModel } from '../page/page-model.ts';

/** Of a large page so many controls are read for the neighbourhood: a look-up compares no more. */
const LARGE_PAGE_NEIGHBOURHOOD = 44;
const MAX_TYPE = 40;

/** What an anchor records of a control besides its role and name. */
export function traitsOf(
  control: Candidate,
  { candidates, width, scope }: Pick<PageModel, 'candidates' | 'width' | 'scope'>,
): Traits {
  const isLarge = candidates.length > COMPARE_ALL_UP_TO;
  const drawn = isLarge
    ? nearest(candidates, candidates.indexOf(control), LARGE_PAGE_NEIGHBOURHOOD).near.filter(isDrawn)
    : candidates;
  const { near, at } = nearest(drawn, drawn.indexOf(control));
  const wordLists = WORD_LISTS.filter((list) => control[list].length).map((list) => [list, encode(control[list])]);
  return {
    tag: control.tag,
    ...(scope.texts && { isText: true }),
    ...(scope.also && { isElement: true }),
    ...(control.type && { type: control.type.slice(0, MAX_TYPE) }),
    ...Object.fromEntries(wordLists),
    ...(control.landmark && { landmark: control.landmark }),
    box: [Math.round(control.x), Math.round(control.y), Math.round(control.w), Math.round(control.h)],
    windowWidth: width,
    neighbourhood: encodeNeighbourhood(near.map(({ signature }) => signature)),
    neighbourhoodIndex: at,
  };
}
