import type { Anchor } from '../model/anchor.ts';
import { liesIn } from '../model/place-pattern.ts';
import { fits, type Judged, refuse, type Verdict } from './verdict.ts';

/** The page as it is now. */
export interface Page {
  url: string;
  /** Is this control on the page? Left out where no page can be asked: then nothing is refused for it. */
  has?: ((anchor: Anchor) => boolean) | undefined;
}

/**
 * Does a guide belong on this page? The first rule that says no decides:
 *
 * | rule    | says no when                                                |
 * |---------|-------------------------------------------------------------|
 * | place   | the guide names places and the address lies in none         |
 * | present | the guide asks for a control that is not on the page        |
 */
export function judgeHere({ where, present }: Judged, { url, has }: Page): Verdict {
  if (where && !where.some((place) => liesIn(url, place))) return refuse('place', where.join(', '));
  if (present && has && !has(present)) return refuse('present', present.role);
  return fits;
}
