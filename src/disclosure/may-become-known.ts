import { wordsIn } from '../lexicon/words-in.ts';
import type { ObservedControl } from '../model/entry/control.ts';
import { normalizedName } from './fingerprint-name.ts';

const MIN_CHARS = 2;
const MAX_CHARS = 60;
const MAX_WORDS = 6;

/** Controls that stand for a record, whose name is the record's. */
const RECORD_ROLE = /^(row|cell|gridcell|rowheader|option|listitem|treeitem|article)$/;

/** Digits in any script, e-mail and other addresses, domains and file names, paths. */
const DATA_PATTERN = /\p{N}|@|:\/\/|\p{L}\.\p{L}|\\|\/.*\//u;

/** "J. Roe" and "Jane's tasks": initials and possessives stand beside names of people. */
const PERSON_PATTERN = /(?:^|[^\p{L}\p{M}'])\p{Lu}(?:\.|$|[^\p{L}\p{M}'])|\p{L}'s(?:$|\P{L})/u;

/**
 * May the name of this control become known because many people meet it? Not if it can be data at all: what the page masked, records,
 * sentences, and anything written like an address, a number or a person. Of those not even a fingerprint leaves the device.
 */
export function mayBecomeKnown({ role, name, masked }: ObservedControl): boolean {
  if (masked || name === undefined || RECORD_ROLE.test(role)) return false;
  const normalized = normalizedName(name);
  const length = [...normalized].length;
  const words = wordsIn(normalized);
  return (
    length >= MIN_CHARS &&
    length <= MAX_CHARS &&
    words.length >= 1 &&
    words.length <= MAX_WORDS &&
    /\p{L}/u.test(normalized) &&
    !/\p{N}/u.test(name) &&
    !DATA_PATTERN.test(normalized) &&
    !PERSON_PATTERN.test(normalized)
  );
}
