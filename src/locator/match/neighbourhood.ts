import type { ControlSignature } from '../page/candidate.ts';
import { decodeNumber, encode } from '../page/hash-words.ts';
import { SIGNATURE_PARTS } from '../page/signature.ts';

const parts = Object.entries(SIGNATURE_PARTS) as [keyof ControlSignature, number][];
const SIGNATURE_LETTERS = parts.reduce((sum, [, letters]) => sum + letters, 0);

/** An anchor records up to so many controls, nearest in the order of the page: 1,400 letters. */
const MAX_NEIGHBOURHOOD = 100;

/** The value, or 0, or `max` if it is beyond. */
export const clamp = (value: number, max: number): number => Math.max(0, Math.min(max, value));

/** Up to `count` items nearest to one in their order, and its place among them. */
export function nearest<T>(all: readonly T[], at: number, count = MAX_NEIGHBOURHOOD): { near: T[]; at: number } {
  const from = clamp(at - count / 2, all.length - count);
  return { near: all.slice(from, from + count), at: at - from };
}

/** Signatures as letters, for an anchor. */
export const encodeNeighbourhood = (signatures: readonly ControlSignature[]): string =>
  signatures.map((one) => parts.map(([part, letters]) => encode([one[part]], letters)).join('')).join('');

/** The reverse of `encodeNeighbourhood`. */
export const decodeNeighbourhood = (encoded = ''): ControlSignature[] =>
  Array.from({ length: encoded.length / SIGNATURE_LETTERS }, (_, i) => {
    let at = i * SIGNATURE_LETTERS;
    const signature = {} as ControlSignature;
    for (const [part, letters] of parts) {
      signature[part] = decodeNumber(encoded, at, letters);
      at += letters;
    }
    return signature;
  });
