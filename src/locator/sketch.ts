import type { Seen } from './page-model.ts';
import { print, read, spell } from './words.ts';

/** One control of a sketch: enough to know it again among the others, in thirteen letters. */
export interface Stroke {
  /** Its whole name. */
  key: number;
  /** Its person-written attributes and address. */
  id: number;
  /** Role, tag and type. */
  kind: number;
  /** Classes and size. */
  look: number;
  /** Left edge, in 64ths of the window. */
  x: number;
  /** Top edge, in steps of 8 CSS pixels. */
  y: number;
}

/** A sketch holds the controls nearest in the order of the page; 100 of them take 1,300 letters. */
const most = 100;

export function strokeOf(seen: Seen, width: number): Stroke {
  return {
    key: seen.key,
    id: seen.ids.length || seen.href.length ? print(`${seen.ids} ${seen.href}`) : 0,
    kind: print(`${seen.role} ${seen.tag} ${seen.type}`) & 0xfff,
    look: seen.classes.length ? print(`${seen.classes}`) & 0xfff : 0,
    x: Math.max(0, Math.min(63, Math.round((seen.x / width) * 64))),
    y: Math.max(0, Math.min(0xfff, Math.round(seen.y / 8))),
  };
}

/** The controls around one, spelt, and its place among them. */
export function sketch(strokes: readonly Stroke[], at: number): { sketch: string; at: number } {
  const from = Math.max(0, Math.min(at - most / 2, strokes.length - most));
  const near = strokes.slice(from, from + most);
  return {
    sketch: near
      .map((one) => spell([one.key, one.id]) + spell([one.kind, one.look], 2) + spell([one.x], 1) + spell([one.y], 2))
      .join(''),
    at: at - from,
  };
}

/** The reverse of `sketch`. */
export function strokesOf(spelt = ''): Stroke[] {
  const strokes: Stroke[] = [];
  for (let i = 0; i + 13 <= spelt.length; i += 13) {
    const [key = 0, id = 0] = read(spelt.slice(i, i + 6));
    const [kind = 0, look = 0] = read(spelt.slice(i + 6, i + 10), 2);
    strokes.push({ key, id, kind, look, x: read(spelt[i + 10], 1)[0] ?? 0, y: read(spelt.slice(i + 11, i + 13), 2)[0] ?? 0 });
  }
  return strokes;
}
