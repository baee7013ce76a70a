/** Milliseconds that a control must have been visible, in one place and by one name, before a press on it counts. */
export const SETTLE_MS = 500;
/** Milliseconds after a key pressed inside in which what appears there was asked for by the person. */
const ASKED_WITHIN_MS = 5000;

/** What is known of whether the person can see something. `wasHidden`: earlier. */
export type Sight = { is: 'visible'; since: number; wasHidden: boolean } | { is: 'hidden' } | { is: 'unknown' };

/** All times are those of `performance.now()`. */
export interface Press {
  /** When the pointer or the key went down. */
  at: number;
  byKey: boolean;
  /** The key is held down. */
  isRepeated: boolean;
  /** When another key was last pressed inside before this one. */
  keyInsideAt: number | undefined;
}

/** `early`: the person cannot have read yet what they press. `hidden`: they do not see it. */
export type PressVerdict = 'counts' | 'early' | 'hidden';

/**
 * Does a press count? Only on what the person has had time to see. A person who works by keyboard inside goes on at their own speed, since what
 * appears there they have asked for; the page cannot send their keys there.
 *
 * @param stillSince since when the control has been in its place, by its name
 */
export function judgePress(press: Press, sight: Sight, stillSince: number): PressVerdict {
  if (sight.is === 'hidden') return 'hidden';
  if (sight.is === 'unknown' || press.isRepeated) return 'early';
  const isAskedFor = press.byKey && press.keyInsideAt !== undefined && press.at - press.keyInsideAt < ASKED_WITHIN_MS;
  const settledAt = isAskedFor ? (sight.wasHidden ? sight.since : -SETTLE_MS) : Math.max(sight.since, stillSince);
  return press.at - settledAt >= SETTLE_MS ? 'counts' : 'early';
}
