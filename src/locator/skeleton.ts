import type { Stroke } from './sketch.ts';
import type { Sought } from './sought.ts';

/** How far the page is built as it was, whatever it says. */
export interface Skeleton {
  /** Share of the other controls as it was that stand in the same order, built the same. */
  exact: number;
  /** How sure the page is in another language. */
  foreign: number;
}

/**
 * Compare the controls as they were with those they became. Where many of those that are built the same bear a name that is new to the
 * page, and their old name is nowhere, the page is in another language; few pages say so themselves.
 */
export function skeletonOf(
  { strokes, language }: Sought,
  now: readonly Stroke[],
  became: (i: number) => number,
  spoken: string,
): Skeleton {
  const names = new Set(now.map(({ key }) => key));
  let [exact, named, renamed] = [0, 0, 0];
  strokes.forEach(({ key, kind, shape }, i) => {
    const one = now[became(i)];
    if (one?.kind !== kind || one.shape !== shape) return;
    exact++;
    if (!key || !one.key) return;
    named++;
    if (!names.has(key)) renamed++;
  });
  const declared = language && spoken && language.slice(0, 2) !== spoken.slice(0, 2);
  const share = named > 3 ? renamed / named : 0;
  return { exact: exact / (strokes.length - 1 || 1), foreign: declared ? 1 : Math.max(0, Math.min(1, share * 4 - 0.6)) };
}
