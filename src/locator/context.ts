import { align } from './align.ts';
import type { PageModel, Seen, Stroke } from './seen.ts';
import { clip } from './sketch.ts';
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
  /**
   * 1 if order alone cannot tell it from another: near by one built like it has no partner of its kind any more, or one stands beside it
   * and the page was rebuilt.
   */
  doubtful: number;
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

export function contextOf({ strokes, at, language }: Sought, among: readonly Seen[], page: Pick<PageModel, 'language'>): Context {
  const now = among.map(({ stroke }) => stroke);
  const { chance, like, familiar, names } = align(strokes, now);
  const columns = now.length;
  const own = strokes[at];
  const keys = new Set<number>();
  const other = new Float64Array(columns);
  const most = new Float64Array(columns).fill(-9);
  let [kept, exact, named, renamed, namesakes, orphan, twin] = [0, 0, 0, 0, 0, 0, 0];
  strokes.forEach(({ key, kind, shape, role, id, icon }, i) => {
    const isNamesake = key === own?.key;
    if (isNamesake && key && role === own.role) namesakes++;
    if (i === at) return;
    if (!isNamesake) keys.add(key);
    let one: Stroke | undefined;
    let gone = 1;
    for (let j = 0, k = i * columns; j < columns; j++, k++) {
      other[j]! += chance[k]!;
      if (now[j]!.kind === kind) gone -= chance[k]!;
      most[j] = Math.max(most[j]!, like[k]!);
      if (chance[k]! > 0.6) one = now[j];
    }
    const isLike = own && kind === own.kind && shape === own.shape;
    if (gone > 0.5 && isLike && Math.abs(i - at) < 7) orphan = 1;
    if (isLike && Math.abs(i - at) < 3 && id === own.id && icon === own.icon) twin = 1;
    if (!one) return;
    kept++;
    if (one.kind !== kind || one.shape !== shape) return;
    exact++;
    if (!key || !one.key) return;
    named++;
    if (!names.has(key)) renamed++;
  });
  // Few pages declare their language; where names are new to the page on what is built the same, and the old ones are nowhere, it is another.
  const declared = language && page.language && !isSame(language, page.language);
  const foreign = declared ? 1 : clip((named > 3 ? renamed / named : 0) * 4 - 0.6, 1);
  const n = strokes.length - 1;
  const from = at * columns;
  /** Chance that stroke i became control j; before the first and after the last stand first and last. */
  const became = (i: number, j: number) =>
    i < 0 ? +(j < 0) : i > n ? +(j >= columns) : j < 0 || j >= columns ? 0 : chance[i * columns + j]!;
  const alike = now.map(({ key, kind }) => key * 4096 + kind);
  const row = own ? chance.subarray(from, from + columns) : new Float64Array(columns);
  return {
    familiar: familiar * (1 - foreign),
    kept: kept / (n || 1),
    exact: exact / (n || 1),
    foreign,
    doubtful: Math.max(orphan, exact < 0.9 * n ? twin : 0),
    namesakes: namesakes || 1,
    gap: own ? 1 - total(row) : 0,
    closed: at > 0 && at < n ? total(row.map((_, j) => became(at - 1, j) * became(at + 1, j + 1))) : 0,
    chance: row,
    both: row.map((_, j) => (own ? Math.min(became(at - 1, j - 1), became(at + 1, j + 1)) : 0)),
    several: alike.map((one) => +(alike.indexOf(one) < alike.lastIndexOf(one))),
    other,
    claimed: most.map((most, j) => (own ? clip((most - like[from + j]!) / 4, 1) : 0)),
    keys,
  };
}

const total = (numbers: Float64Array): number => numbers.reduce((sum, one) => sum + one, 0);
