import type { Seen } from './seen.ts';

/** Does one control lie in the other, at any depth? */
export function holds(outer: Seen, inner: Seen): boolean {
  for (let at = inner.holder; at; at = at.holder) if (at === outer) return true;
  return false;
}
