import type { Anchor } from '../model/anchor.ts';
import { keyOf } from './control.ts';
import type { Located } from './located.ts';
import { isDrawn, type PageModel, samePlace } from './seen.ts';
import { namesOf } from './spoken.ts';

/** For anchors written by hand: the only control of that role with that name in any language given, and nothing if there are two. */
export function locateByName(anchor: Anchor, { seen, language }: PageModel): Located {
  const names = namesOf(anchor, language);
  const keys = names.map(keyOf);
  const alike = seen.filter((one) => one.role === anchor.role && (!keys.length || keys.includes(one.key)) && isDrawn(one));
  // Names equal to the letter go before names that differ in signs, case or counts.
  const same = alike.filter(({ label }) => names.includes(label));
  const [first, ...more] = same.length ? same : alike;
  if (!first) return { found: false, why: 'absent' };
  const { element } = first;
  const others = more.filter((other) => !samePlace(first, other)).length;
  return others
    ? { found: false, why: 'several', best: { element, confidence: 1 / (others + 1) } }
    : { found: true, element, confidence: 0.97, why: 'named' };
}
