import type { Seen, Stroke } from './seen.ts';
import { numberAt, print, spell } from './words.ts';

/** How many letters each part takes. */
const parts = { key: 3, id: 3, role: 1, kind: 2, icon: 2, shape: 2, x: 1 };
const letterCount = 14;
const partSizes = Object.entries(parts) as [keyof Stroke, number][];

/** A sketch holds the controls nearest in the order of the page; 100 of them take 1,400 letters. */
const most = 100;

/** From 0 to `most`. */
export const clip = (value: number, most: number): number => Math.max(0, Math.min(most, value));

export function strokeOf(seen: Seen, width: number): Stroke {
  const { role, ids, href } = seen;
  return {
    key: seen.key,
    id: ids.length || href.length ? print(`${ids} ${href}`) : 0,
    role: print(role) & 63,
    kind: print(`${role} ${seen.tag} ${seen.type}`) & 0xfff,
    icon: seen.icon.length ? print(`${seen.icon}`) & 0xfff : 0,
    shape: print(`${seen.path}`) & 0xfff,
    x: clip(Math.round((seen.x / width) * 64), 63),
  };
}

/** So many that are nearest to one in their order, as many as a sketch holds if not told otherwise, and its place among them. */
export function nearest<T>(all: readonly T[], at: number, count = most): { near: T[]; at: number } {
  const from = clip(at - count / 2, all.length - count);
  return { near: all.slice(from, from + count), at: at - from };
}

/** Strokes, spelt. */
export const sketch = (strokes: readonly Stroke[]): string =>
  strokes.map((one) => partSizes.map(([part, size]) => spell([one[part]], size)).join('')).join('');

/** The reverse of `sketch`. */
export const strokesOf = (spelt = ''): Stroke[] =>
  Array.from({ length: spelt.length / letterCount }, (_, i) => {
    let at = i * letterCount;
    const stroke = {} as Stroke;
    for (const [part, size] of partSizes) {
      stroke[part] = numberAt(spelt, at, size);
      at += size;
    }
    return stroke;
  });
