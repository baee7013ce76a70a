/** Bidirectional controls, soft hyphens, zero-width characters and the like: they change how a name reads, or hide in it. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{DI}]/gu;
/** Letters of other scripts that look like Latin ones, in the order of `LATIN`. */
const LOOKALIKES = 'аеорсхуіјѕԁһкмтнвАВЕЗКМНОРСТУХІЈЅαοερινκτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɑɡ';
const LATIN = 'aeopcxyijsdhkmthbABE3KMHOPCTYXIJSaoepivktuxABEZHIKMNOPTYXiag';
const latinByLookalike = new Map([...LOOKALIKES].map((letter, at) => [letter, LATIN[at]!]));

/** A name as it is to be read and shown: in one spelling, without invisible characters. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** The same with letters of other scripts replaced by the Latin ones that they look like. */
export const latinLookalike = (name: string): string =>
  [...plainName(name)].map((letter) => latinByLookalike.get(letter) ?? letter).join('');

/** Is the name written so that it reads as something else: with invisible characters, look-alike forms, or several alphabets in one word? */
export const isDisguised = (name: string): boolean =>
  name.search(INVISIBLE) >= 0 ||
  /[\u{1d400}-\u{1d7ff}\uff21-\uff5a\u24b6-\u24e9\u2100-\u214f]/u.test(name) ||
  (plainName(name).match(/[\p{L}\p{M}]+/gu) ?? []).some(mixesAlphabets);

const mixesAlphabets = (word: string): boolean =>
  [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u].filter(
    (one) => one.test(word),
  ).length > 1;
