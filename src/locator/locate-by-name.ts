import type { Anchor } from '../model/pack/anchor.ts';
import type { LocateResult } from './locate-result.ts';
import { namesOf } from './match/languages.ts';
import { SOLE_MATCH_CONFIDENCE } from './match/score.ts';
import type { Candidate } from './page/candidate.ts';
import { hashLabel } from './page/hash-words.ts';
import { contentOf } from './page/name.ts';
import { narrow } from './page/narrow.ts';
import type { PageModel } from './page/page-model.ts';
import { isPartOfPage } from './page/role.ts';
import { distinctPlaces, isSameLink, withoutInner } from './page/same-control.ts';
import { mostVisible } from './page/visibility.ts';

/**
 * For anchors written by hand: the only control of that role with that name in any of its languages. Of copies it is the one that people
 * see; of links that lead to the same address the first; of others none, unless the anchor says which it is.
 */
export function locateByName(anchor: Anchor, model: PageModel): LocateResult {
  const { best: visible, visibility } = mostVisible(narrow(withoutInner(matchesOf(anchor, model)), anchor));
  const names = namesOf(anchor, model.language);
  // A name that is equal to the letter goes before those that differ in signs, case or counts.
  const exact = visible.filter(({ label }) => names.includes(label));
  const places = distinctPlaces(exact.length ? exact : visible);
  const [first, ...others] = anchor.nth === undefined ? places : places.slice(anchor.nth - 1, anchor.nth);
  if (!first) return { found: false, why: 'absent' };
  const { element } = first;
  if (visibility === 'hidden') return { found: false, why: 'hidden', best: { element, confidence: 0 } };
  return others.every((other) => isSameLink(first, other))
    ? { found: true, element, confidence: SOLE_MATCH_CONFIDENCE, why: 'named' }
    : { found: false, why: 'several', count: places.length, best: { element, confidence: 1 / places.length } };
}

/** A part of a page that has no name of its own goes by the first heading in it. */
function headingIn(element: Element): string {
  const heading = element.querySelector('h1,h2,h3,h4,h5,h6,[role=heading]');
  return heading ? contentOf(heading) : '';
}

function matchesOf(anchor: Anchor, { controls, language }: PageModel): Candidate[] {
  const keys = namesOf(anchor, language).map(hashLabel);
  const isPart = isPartOfPage(anchor.role);
  const isCalled = ({ key, element }: Candidate) =>
    keys.includes(key) || (isPart && keys.includes(hashLabel(headingIn(element))));
  return controls.filter((one) => one.role === anchor.role && (!keys.length || isCalled(one)));
}
