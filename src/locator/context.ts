import { align } from './align.ts';
import type { PageModel, Seen } from './seen.ts';
import { skeletonOf } from './skeleton.ts';
import { type Stroke, strokeOf } from './sketch.ts';
import type { Sought } from './sought.ts';

/** What the other controls of the page, then and now, say about each candidate. */
export interface Context {
  familiar: number;
  kept: number;
  /** Share of the other controls as it was that stand in the same order, built the same. */
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
  chance: Float32Array;
  /** Chance that the candidate before, or after, is the one that stood before, or after. */
  previous: Float32Array;
  next: Float32Array;
  /** Chance that the candidate is another control of the page as it was, by order. */
  other: Float32Array;
  /** How much more it is like another control of the page as it was, whatever the order; 0 to 1. */
  claimed: Float32Array;
  /** It has the identifiers of another control of the page as it was. */
  idElsewhere: Uint8Array;
  /** Names of all other controls of the page as it was. */
  keys: Set<number>;
  /** Controls of the same name: how many there were, which it was, and where they are now. */
  twins: { count: number; nth: number; now: number[] } | undefined;
  /** Where it should be, by what became of the controls around: 64ths of the window, and steps of 8 CSS pixels. */
  x: number | undefined;
  y: number | undefined;
}

export function contextOf(sought: Sought, among: readonly Seen[], { width, language }: PageModel): Context {
  const now = among.map((seen) => strokeOf(seen, width));
  const m = now.length;
  const t = sought.at;
  const none: Context = {
    familiar: 1,
    kept: 0,
    exact: 0,
    foreign: 0,
    namesakes: 1,
    gap: 0,
    closed: 0,
    keys: new Set(),
    twins: undefined,
    x: undefined,
    y: undefined,
    chance: new Float32Array(m),
    previous: new Float32Array(m),
    next: new Float32Array(m),
    other: new Float32Array(m),
    claimed: new Float32Array(m),
    idElsewhere: new Uint8Array(m),
  };
  const own = sought.strokes[t];
  // An app that is only starting has no controls yet.
  if (!own || m === 0) return none;
  const { chance, like, familiar, kept } = align(sought.strokes, now);
  const row = (i: number) => chance.subarray(i * m, (i + 1) * m);
  const context: Context = { ...none, familiar, kept, chance: row(t) };
  Object.assign(
    context,
    skeletonOf(sought, now, (i) => (i === t ? -1 : row(i).findIndex((chance) => chance > 0.6)), language),
  );
  context.familiar *= 1 - context.foreign;
  const ofName = (strokes: readonly Stroke[]) =>
    strokes.flatMap(({ key, role }, i) => (own.key && key === own.key && role === own.role ? i : []));
  const then = ofName(sought.strokes);
  context.namesakes = then.length || 1;
  context.gap = 1 - sum(context.chance);
  if (t > 0) context.previous.set(row(t - 1).subarray(0, m - 1), 1);
  else context.previous[0] = 1;
  if (t + 1 < sought.strokes.length) context.next.set(row(t + 1).subarray(1));
  else if (m) context.next[m - 1] = 1;
  if (t > 0 && t + 1 < sought.strokes.length)
    for (let j = 0; j + 1 < m; j++) context.closed += row(t - 1)[j]! * row(t + 1)[j + 1]!;
  const ids = new Set<number>();
  sought.strokes.forEach((stroke, i) => {
    if (i === t) return;
    if (stroke.key && stroke.key !== own.key) context.keys.add(stroke.key);
    if (stroke.id && stroke.id !== own.id) ids.add(stroke.id);
    for (let j = 0; j < m; j++) {
      context.other[j]! += chance[i * m + j]!;
      context.claimed[j] = Math.max(context.claimed[j]!, like[i * m + j]!);
    }
  });
  for (let j = 0; j < m; j++) {
    context.claimed[j] = Math.max(0, Math.min(1, (context.claimed[j]! - like[t * m + j]!) / 4));
    context.idElsewhere[j] = ids.has(now[j]!.id) ? 1 : 0;
  }
  if (then.length > 1) context.twins = { count: then.length, nth: then.indexOf(t), now: ofName(now) };
  const shifts = shiftsNear(t, sought.strokes.length, row).map(
    ([i, j]) => [now[j]!.x - sought.strokes[i]!.x, now[j]!.y - sought.strokes[i]!.y] as const,
  );
  if (shifts.length) {
    context.x = own.x + middle(shifts.map(([x]) => x));
    context.y = own.y + middle(shifts.map(([, y]) => y));
  }
  return context;
}

/** The three surest pairs nearest to it. */
function shiftsNear(t: number, n: number, row: (i: number) => Float32Array): [number, number][] {
  const found: [number, number][] = [];
  for (let step = 1; step < 40 && found.length < 3; step++)
    for (const i of [t - step, t + step]) {
      if (i < 0 || i >= n) continue;
      const j = row(i).findIndex((chance) => chance > 0.7);
      if (j >= 0) found.push([i, j]);
    }
  return found;
}

const sum = (numbers: Float32Array): number => numbers.reduce((total, one) => total + one, 0);
const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
