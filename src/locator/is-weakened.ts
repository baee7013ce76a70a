import type { Anchor } from '../model/pack/anchor.ts';
import type { LocateResult } from './locate-result.ts';
import { isSameLanguage } from './match/languages.ts';
import { SOLE_MATCH_CONFIDENCE } from './match/score.ts';

/** An anchor records its confidence in hundredths, so that one is rounding; on an unchanged page it falls by none. */
const WEAKENED_BY = 0.02;

/**
 * Is a control found with clearly less confidence than on the page where its anchor was recorded? Its name, place or identifiers have
 * changed, or another much like it is close by. A page in another language has other words, which says nothing of the control; and an
 * anchor written by hand has no confidence to compare with.
 */
export function isWeakened({ traits, confidence, language }: Anchor, located: LocateResult, pageLanguage: string): boolean {
  if (!located.found || !traits || confidence === undefined) return false;
  if (language && pageLanguage && !isSameLanguage(language, pageLanguage)) return false;
  // Of an anchor that was the only one of its kind, the recorded confidence is that of a sole match, below that of many others.
  return located.confidence < (traits.unique ? SOLE_MATCH_CONFIDENCE : confidence - WEAKENED_BY);
}
