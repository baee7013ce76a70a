import type { Candidate, ControlSignature } from '../page/candidate.ts';
import { decodeNumber, encode, hashWord } from '../page/hash-words.ts';

/** How many letters each part takes. */
const FIELD_LETTERS = { key: 3, id: 3, role: 1, kind: 2, icon: 2, shape: 2, x: 1 };
const SIGNATURE_LETTERS = 14;
const fieldSizes = Object.entries(FIELD_LETTERS) as [keyof ControlSignature, number][];

/** A sketch holds the controls nearest in the order of the page; 100 of them take 1,400 letters. */
const MAX_NEIGHBOURHOOD = 100;

/** From 0 to `most`. */
export const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

export function signatureOf(control: Candidate, width: number): ControlSignature {
  const { role, ids, href } = control;
  return {
    key: control.key,
    id: ids.length || href.length ? hashWord(`${ids} ${href}`) : 0,
    role: hashWord(role) & 63,
    kind: hashWord(`${role} ${control.tag} ${control.type}`) & 0xfff,
    icon: control.icon.length ? hashWord(`${control.icon}`) & 0xfff : 0,
    shape: hashWord(`${control.path}`) & 0xfff,
    x: clamp(Math.round((control.x / width) * 64), 63),
  };
}

/** So many that are nearest to one in their order, as many as a sketch holds if not told otherwise, and its place among them. */
export function nearest<T>(all: readonly T[], at: number, count = MAX_NEIGHBOURHOOD): { near: T[]; at: number } {
  const from = clamp(at - count / 2, all.length - count);
  return { near: all.slice(from, from + count), at: at - from };
}

/** Strokes, spelt. */
export const encodeNeighbourhood = (signatures: readonly ControlSignature[]): string =>
  signatures.map((one) => fieldSizes.map(([part, size]) => encode([one[part]], size)).join('')).join('');

/** The reverse of `sketch`. */
export const decodeNeighbourhood = (encoded = ''): ControlSignature[] =>
  Array.from({ length: encoded.length / SIGNATURE_LETTERS }, (_, i) => {
    let at = i * SIGNATURE_LETTERS;
    const signature = {} as ControlSignature;
    for (const [part, size] of fieldSizes) {
      signature[part] = decodeNumber(encoded, at, size);
      at += size;
    }
    return signature;
  });
