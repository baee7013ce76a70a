/**
 * Learns on the device that the first segment of a route, a word that nobody knows, is the name of a collection in the app.
 *
 * | rule | value | why |
 * |---|---|---|
 * | position | the first segment of the path or of the hash route | deeper ones may be accounts: `/mailbox/jane/4711` |
 * | form | one word of 3 to 24 plain letters with vowels between them | names of people and subjects often have two words; keys have no vowels |
 * | names | it neither begins nor ends with a name of a person | accounts are made of names: `janeroe` |
 * | followed by | 12 different keys of records (numbers, UUIDs, `PO-4711`) | a menu of an app has fewer entries; an account is followed by words and dates |
 * | no more candidates than | 8 in one app | where more words are followed by keys, the words are names, and nothing is learnt there |
 */
const MIN_KEYS = 12;
const MAX_CANDIDATES = 8;

/** Letters of the shortest name that is looked for inside a word. */
const MIN_NAME = 3;

const WORD = /^[A-Z]?[a-z]{2,23}$/;
const CONSONANT_RUN = /[bcdfghjklmnpqrstvwxz]{6}|^[bcdfghjklmnpqrstvwxz]+$/i;
const YEAR = /^(19|20)\d\d$/;
const RECORD_KEY = /^(\d{3,19}|[A-Za-z]{1,5}-?\d{3,19}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;

export interface CollectionMemory {
  /** Keyed hashes of the keys seen after each candidate, by its token; null once there are too many candidates. */
  candidates: Record<string, string[]> | null;
  /** Text of what was learnt, by its token. */
  learnt: Record<string, string>;
}
export const emptyCollectionMemory: CollectionMemory = { candidates: {}, learnt: {} };

/** May the segment be the name of a collection, and the one after it the key of a record? */
export const mayBeCollection = (
  [segment, next]: readonly [segment: string, next: string],
  isPersonalName: (word: string) => boolean,
): boolean =>
  WORD.test(segment) &&
  !CONSONANT_RUN.test(segment) &&
  RECORD_KEY.test(next) &&
  !YEAR.test(next) &&
  !beginsOrEndsWithName(segment, isPersonalName);

function beginsOrEndsWithName(segment: string, isPersonalName: (word: string) => boolean): boolean {
  for (let length = MIN_NAME; length <= segment.length; length += 1)
    if (isPersonalName(segment.slice(0, length)) || isPersonalName(segment.slice(-length))) return true;
  return false;
}

/** What is known after a candidate was seen with the key of a record after it. Token and key are keyed hashes. */
export function learnCollection(memory: CollectionMemory, seen: { token: string; text: string; key: string }): CollectionMemory {
  const { candidates, learnt } = memory;
  if (candidates === null || Object.hasOwn(learnt, seen.token)) return memory;
  const before = Object.hasOwn(candidates, seen.token) ? candidates[seen.token]! : [];
  if (before.includes(seen.key)) return memory;
  const keys = [...before, seen.key];
  const { [seen.token]: _, ...others } = candidates;
  if (keys.length >= MIN_KEYS) return { candidates: others, learnt: { ...learnt, [seen.token]: seen.text } };
  const next = { ...others, [seen.token]: keys };
  const isCrowded = Object.keys(next).length + Object.keys(learnt).length > MAX_CANDIDATES;
  return isCrowded ? { candidates: null, learnt: {} } : { candidates: next, learnt };
}
