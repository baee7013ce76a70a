import type { Seen } from './seen.ts';
import { print, read, spell } from './words.ts';

/** One control of a sketch: enough to know it again among the others, in eighteen letters. */
export interface Stroke {
  /** Its whole name. */
  key: number;
  /** Its person-written attributes and address. */
  id: number;
  role: number;
  /** Role, tag and type. */
  kind: number;
  /** Classes. */
  look: number;
  icon: number;
  /** The elements around it. */
  shape: number;
  /** Left edge, in 64ths of the window. */
  x: number;
  /** Top edge, in steps of 8 CSS pixels. */
  y: number;
}

/** How many letters each part takes. */
const letters: [keyof Stroke, number][] = [
  ['key', 3],
  ['id', 3],
  ['role', 1],
  ['kind', 2],
  ['look', 2],
  ['icon', 2],
  ['shape', 2],
  ['x', 1],
  ['y', 2],
];
const letterCount = letters.reduce((sum, [, size]) => sum + size, 0);

/** A sketch holds the controls nearest in the order of the page; 100 of them take 1,800 letters. */
const most = 100;

export function strokeOf(seen: Seen, width: number): Stroke {
  return {
    key: seen.key,
    id: seen.ids.length || seen.href.length ? print(`${seen.ids} ${seen.href}`) : 0,
    role: print(seen.role) & 63,
    kind: print(`${seen.role} ${seen.tag} ${seen.type}`) & 0xfff,
    look: seen.classes.length ? print(`${seen.classes}`) & 0xfff : 0,
    icon: seen.icon.length ? print(`${seen.icon}`) & 0xfff : 0,
    shape: print(`${seen.path.slice(0, 4)}`) & 0xfff,
    x: Math.max(0, Math.min(63, Math.round((seen.x / width) * 64))),
    y: Math.max(0, Math.min(0xfff, Math.round(seen.y / 8))),
  };
}

/** The controls around one, spelt, and its place among them. */
export function sketch(strokes: readonly Stroke[], at: number): { sketch: string; at: number } {
  const from = Math.max(0, Math.min(at - most / 2, strokes.length - most));
  const near = strokes.slice(from, from + most);
  return { sketch: near.map((one) => letters.map(([part, size]) => spell([one[part]], size)).join('')).join(''), at: at - from };
}

/** The reverse of `sketch`. */
export function strokesOf(spelt = ''): Stroke[] {
  const strokes: Stroke[] = [];
  for (let i = 0; i + letterCount <= spelt.length; ) {
    const stroke = {} as Stroke;
    for (const [part, size] of letters) {
      stroke[part] = read(spelt.slice(i, i + size), size)[0] ?? 0;
      i += size;
    }
    strokes.push(stroke);
  }
  return strokes;
}
