/**
 * Learns on the device that the first segment of a route, a word that nobody knows, is the name of a collection in the app.
 *
 * | rule | value | why |
 * |---|---|---|
 * | position | the first segment of the path or of the hash route | deeper ones may be accounts: `/mailbox/jane/4711` |
 * | form | one word of 3 to 24 plain letters with vowels between them | names of people and subjects often have two words; keys have no vowels |
 * | followed by | 12 different keys of records (numbers, UUIDs, `PO-4711`) | a menu of an app has fewer entries; an account is followed by words and dates |
 * | no more candidates than | 8 in one app | where more words are followed by keys, the words are names, and nothing is learnt there |
 */
const MIN_KEYS = 12;
const MAX_CANDIDATES = 8;

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
export const mayBeCollection = (segment: string, next: string | undefined): next is string =>
  WORD.test(segment) && !CONSONANT_RUN.test(segment) && next !== undefined && RECORD_KEY.test(next) && !YEAR.test(next);

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
