import { hashWord } from '../../../../src/locator/page/hash-words.ts';
import type { FlatModel } from '../in-page/examples.ts';

type FlatCandidate = FlatModel['candidates'][number];

/** What is done to the controls of a page, and which of them stay, by their old places. */
export type PageChange = (model: FlatModel) => { model: FlatModel; retained: number[] };

/** A number from 0 to 1 that a word and a seed decide. */
const luck = (word: number, seed: number): number => {
  let mixed = Math.imul(word ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
};
const other = (word: number, seed: number): number => Math.floor(luck(word, seed + 77) * 0x3ffff) + 1;

/** The page in a language that does not exist: three words of four change, names and numbers stay. */
export const translated =
  (seed: number): PageChange =>
  (model) => {
    const share = 0.55 + 0.45 * luck(1, seed);
    const stays = (word: number) => luck(word, seed) > share;
    const translateWords = (words: number[]) => words.map((word) => (stays(word) ? word : other(word, seed)));
    const translateLabel = (label: string) =>
      [...label].map((letter) => letters[Math.floor(luck(letter.charCodeAt(0), seed) * 26)]).join('');
    const candidates = model.candidates.map((one) => {
      const name = translateWords(one.name);
      const changed = `${name}` !== `${one.name}` || (!one.name.length && !!one.key);
      const w = changed ? one.w * (0.8 + 0.6 * luck(one.key, seed + 5)) : one.w;
      return {
        ...one,
        name,
        key: changed && one.key ? other(one.key, seed) : one.key,
        label: changed ? translateLabel(one.label) : one.label,
        w: /^(textbox|combobox|searchbox|checkbox|img)$/.test(one.role) ? one.w : w,
        row: translateWords(one.row),
        section: translateWords(one.section),
        precedingText: translateWords(one.precedingText),
      };
    });
    return { model: { ...model, candidates }, retained: candidates.map((_, at) => at) };
  };
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The page made with another toolkit: other classes, boxes around, elements, sizes; few identifiers left; some controls gone. */
export const rebuilt =
  (seed: number, strength = 1): PageChange =>
  (model) => {
    const p = (at: number) => luck(at, seed + 1000) * strength;
    const [noId, noHref, , noIcon, retag, rewrap, rename, reword, gone] = [
      p(1),
      p(2) * 0.7,
      p(3),
      p(4) * 0.6,
      p(5) * 0.6,
      p(6),
      p(7) * 0.2,
      p(8) * 0.4,
      p(9) * 0.25,
    ];
    const left = (words: number[], share: number, salt: number) => words.filter((word) => luck(word, seed + salt) >= share);
    const [stretch, shift, widen] = [0.8 + 0.6 * p(10), 200 * (p(11) - 0.5), 0.7 + 0.7 * p(12)];
    const retained: number[] = [];
    const candidates: FlatCandidate[] = [];
    const places = new Map<number, number>();
    for (const one of model.candidates) {
      if (luck(one.at * 31 + (one.key || one.at), seed + 3) < gone) continue;
      places.set(one.at, candidates.length);
      retained.push(one.at);
      const renamed = !!one.key && luck(one.key, seed + 4) < rename;
      const tag = luck(hashWord(one.tag + one.type), seed + 5) < retag ? (swaps[one.tag] ?? one.tag) : one.tag;
      const path = one.path.flatMap((part, i) => {
        const chance = luck(part + i, seed + 6);
        return chance < 0.4 * rewrap ? [wrapper, part] : chance > 1 - 0.3 * rewrap && part === wrapper ? [] : [part];
      });
      candidates.push({
        ...one,
        at: candidates.length,
        holder: places.get(one.holder) ?? -1,
        tag,
        role: tag !== one.tag && one.tag === 'a' && one.role === 'link' ? 'button' : one.role,
        type: luck(hashWord(one.type), seed + 7) < retag && one.tag === 'button' ? 'button' : one.type,
        name: renamed ? one.name.map((word, i) => (i ? word : other(word, seed))) : one.name,
        key: renamed ? other(one.key, seed) : one.key,
        label: renamed ? one.label.replace(/^\S+/, 'Other') : one.label,
        ids: left(one.ids, noId, 9),
        href: left(one.href, noHref, 10),
        icon: left(one.icon, noIcon, 12),
        row: left(one.row, reword, 13),
        section: left(one.section, reword, 15),
        precedingText: left(one.precedingText, reword, 16),
        path: path.slice(0, 4),
        x: one.x > 250 ? one.x + shift : one.x,
        y: one.y * stretch + 40 * p(13),
        w: luck(hashWord(one.tag), seed + 19) < 0.5 ? one.w * widen : one.w,
        h: luck(hashWord(one.role), seed + 20) < 0.5 ? one.h * (0.7 + 0.6 * p(14)) : one.h,
      });
    }
    return { model: { ...model, candidates }, retained };
  };
const wrapper = hashWord('div');
const swaps: Record<string, string> = {
  a: 'button',
  input: 'div',
  select: 'input',
  h1: 'h2',
  h2: 'h3',
  h3: 'h2',
  span: 'div',
  label: 'span',
  div: 'span',
  img: 'svg',
  button: 'a',
};
