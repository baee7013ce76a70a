import { align, total } from './align.ts';
import type { PageModel, Seen } from './seen.ts';
import { clip, strokeOf } from './sketch.ts';
import type { Sought } from './sought.ts';
import { isSame } from './spoken.ts';

/** What the other controls of the page, then and now, say about each candidate. */
export interface Context {
  /** Share of the names of the page as it was that are still there; none where it speaks another language. */
  familiar: number;
  /** Share of the other controls as it was that surely became something in the same order, and that are built the same as well. */
  kept: number;
  exact: number;
  /** How sure the page is in another language: controls built the same bear names that the old page did not have. */
  foreign: number;
  /** How many controls of its role had its name. */
  namesakes: number;
  /** Chance that the control has no partner any more. */
  gap: number;
  /** The controls before and after it are now side by side: nothing is left between them. */
  closed: number;
  /** Chance that each candidate is the control, by order. */
  chance: ArrayLike<number>;
  /** Chance that it stands between those the control stood between. */
  both: ArrayLike<number>;
  /** Chance that it is another control of the page as it was, by order; and how much more it is like another, whatever the order. */
  other: ArrayLike<number>;
  claimed: ArrayLike<number>;
  /** 1 if it is one of several of its name and kind. */
  several: readonly number[];
  /** Names of all other controls of the page as it was. */
  keys: Set<number>;
}

export function contextOf(
  { strokes, at, language }: Sought,
  among: readonly Seen[],
  page: Pick<PageModel, 'width' | 'language'>,
): Context {
  const now = among.map((seen) => strokeOf(seen, page.width));
  const { chance, like, familiar } = align(strokes, now);
  const own = strokes[at];
  const others = strokes.flatMap((_, i) => (i === at ? [] : i));
  const names = new Set(now.map(({ key }) => key));
  let [kept, exact, named, renamed] = [0, 0, 0, 0];
  for (const i of others) {
    const { key, kind, shape } = strokes[i]!;
    const one = now[chance[i]!.findIndex((chance) => chance > 0.6)];
    if (!one) continue;
    kept++;
    if (one.kind !== kind || one.shape !== shape) continue;
    exact++;
    if (!key || !one.key) continue;
    named++;
    if (!names.has(key)) renamed++;
  }
  // Few pages declare their language; where names are new to the page on what is built the same, and the old ones are nowhere, it is another.
  const declared = language && page.language && !isSame(language, page.language);
  const foreign = declared ? 1 : clip((named > 3 ? renamed / named : 0) * 4 - 0.6, 1);
  const n = strokes.length - 1;
  const row = chance[at] ?? new Float64Array(now.length);
  /** Chance that stroke i became control j; before the first and after the last stand first and last. */
  const became = (i: number, j: number) => (i < 0 ? +(j < 0) : i > n ? +(j >= now.length) : (chance[i]![j] ?? 0));
  const other = now.map(() => 0);
  const most = now.map(() => -9);
  for (const i of others)
    for (let j = 0; j < now.length; j++) {
      other[j]! += chance[i]![j]!;
      most[j] = Math.max(most[j]!, like[i]![j]!);
    }
  const isNamed = (key: number, role: number) => own?.key && key === own.key && role === own.role;
  return {
    familiar: familiar * (1 - foreign),
    kept: kept / (n || 1),
    exact: exact / (n || 1),
    foreign,
    namesakes: strokes.filter(({ key, role }) => isNamed(key, role)).length || 1,
    gap: own ? 1 - total(row) : 0,
    closed: at > 0 && at < n ? total(chance[at - 1]!.map((one, j) => one * (chance[at + 1]![j + 1] ?? 0))) : 0,
    chance: row,
    both: now.map((_, j) => (own ? Math.min(became(at - 1, j - 1), became(at + 1, j + 1)) : 0)),
    several: now.map(({ key, kind }) => +(now.filter((one) => one.key === key && one.kind === kind).length > 1)),
    other,
    claimed: most.map((most, j) => (own ? clip((most - like[at]![j]!) / 4, 1) : 0)),
    keys: new Set(others.flatMap((i) => (strokes[i]!.key === own?.key ? [] : strokes[i]!.key))),
  };
}
