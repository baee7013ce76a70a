import type { Candidate, ControlSignature } from './candidate.ts';
import { hashWord } from './hash-words.ts';

/** How many letters each part takes in an anchor: six bits a letter. */
export const SIGNATURE_PARTS = { key: 3, id: 3, role: 1, kind: 2, icon: 2, shape: 2, x: 1 } as const satisfies Record<
  keyof ControlSignature,
  number
>;

const SIX_BITS = 0x3f;
const TWELVE_BITS = 0xfff;

/** The signature of a control in a window of this width. */
export function signatureOf(control: Candidate, windowWidth: number): ControlSignature {
  const { key, role, tag, type, ids, href, icon, path, x } = control;
  return {
    key,
    id: ids.length || href.length ? hashWord(`${ids} ${href}`) : 0,
    role: hashWord(role) & SIX_BITS,
    kind: hashWord(`${role} ${tag} ${type}`) & TWELVE_BITS,
    icon: icon.length ? hashWord(`${icon}`) & TWELVE_BITS : 0,
    shape: hashWord(`${path}`) & TWELVE_BITS,
    x: Math.max(0, Math.min(SIX_BITS, Math.round((x / windowWidth) * 64))),
  };
}
