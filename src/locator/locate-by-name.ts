import type { Anchor } from '../model/pack/anchor.ts';
import type { LocateResult } from './locate-result.ts';
import { namesOf } from './match/languages.ts';
import { SOLE_MATCH_CONFIDENCE } from './match/score.ts';
import { isDrawn, samePlace } from './page/candidate.ts';
import { hashLabel } from './page/hash-words.ts';
import type { PageModel } from './page/page-model.ts';

/** For anchors written by hand: the only control of that role with that name in any of its languages; nothing if there are two. */
export function locateByName(anchor: Anchor, { candidates, language }: PageModel): LocateResult {
  const names = namesOf(anchor, language);
  const keys = names.map(hashLabel);
  const matches = candidates.filter(
    (one) => one.role === anchor.role && (!keys.length || keys.includes(one.key)) && isDrawn(one),
  );
  // A name that is equal to the letter goes before those that differ in signs, case or counts.
  const exact = matches.filter(({ label }) => names.includes(label));
  const [first, ...more] = exact.length ? exact : matches;
  if (!first) return { found: false, why: 'absent' };
  const { element } = first;
  const others = more.filter((other) => !samePlace(first, other)).length;
  return others
    ? { found: false, why: 'several', best: { element, confidence: 1 / (others + 1) } }
    : { found: true, element, confidence: SOLE_MATCH_CONFIDENCE, why: 'named' };
}
