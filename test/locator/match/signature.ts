import type { ControlSignature } from '../../../src/locator/page/candidate.ts';
import { hashWord } from '../../../src/locator/page/hash-words.ts';

/** Signature of a plain control with a name. */
export const signature = (name: string, x = 0): ControlSignature => ({
  key: hashWord(name),
  id: 0,
  role: 1,
  kind: 2,
  icon: 0,
  shape: 3,
  x,
});
