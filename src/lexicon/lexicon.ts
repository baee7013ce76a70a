import { cleanText } from './clean-text.ts';
import { knowsWord } from './knows-word.ts';
import { normalizeWord, withoutAccents } from './normalize-text.ts';
import { createWordSet, type WordSet } from './word-set.ts';
import { isUnspaced, wordsIn } from './words-in.ts';

/** Words that belong to applications rather than to people. */
export interface Vocabulary {
  /** Known wherever they stand. */
  words: Iterable<string>;
  /** Known as a whole: "Mark as read" is known even if "Mark" alone may be a person. */
  phrases?: Iterable<string>;
}

export interface Lexicon {
  /** Is this single word one of applications, and not also the name of a person? */
  hasWord(word: string): boolean;
  /** Is every word of the text known, or the text as a whole? Numbers and signs are not judged. */
  knowsText(text: string): boolean;
  /** The text without its numbers and signs, if every word is known. */
  disclosableText(text: string): string | undefined;
  /** Is a word of the text also the name of a person? */
  hasPersonalName(text: string): boolean;
  /** This lexicon with more words. */
  extend(vocabularies: readonly Vocabulary[]): Lexicon;
}

interface LexiconDeps {
  vocabularies: readonly Vocabulary[];
  /** Given and family names; none of these is known by itself, whatever the vocabularies say. */
  personalNames: Iterable<string>;
}

/** A longer text is a sentence, which may tell anything. */
const MAX_WORDS = 8;
const MAX_UNSPACED_LENGTH = 30;
const ADDRESS = /\S@\S|:\/\/|\bwww\./i;
const ONLY_NUMBERS = /^\p{N}+$/u;
/** Words of a letter, known between others; an initial is written in a capital or stands at the end. */
const ONE_LETTER_WORDS = new Set('a à y o e u و'.split(' '));
/** Words that are also short names: known in small letters, and in a capital where they begin the text. */
const ALSO_SHORT_NAMES = new Set('ad al an ben da di do du el ha he le lo long ma mi so su sun ten van von yu'.split(' '));

export function createLexicon({ vocabularies, personalNames }: LexiconDeps): Lexicon {
  const names = new Set([...personalNames].flatMap((name) => [normalizeWord(name), withoutAccents(normalizeWord(name))]));
  return lexiconOf([partOf(vocabularies, names)], names);
}

interface LexiconPart {
  words: WordSet;
  phrases: ReadonlySet<string>;
}

const partOf = (vocabularies: readonly Vocabulary[], names: ReadonlySet<string>): LexiconPart => ({
  words: createWordSet(
    vocabularies.flatMap(({ words }) => [...words]),
    names,
  ),
  phrases: new Set(
    vocabularies.flatMap(({ phrases = [] }) =>
      [...phrases].map((phrase) => phraseKey(wordsIn(phrase).filter((word) => !ONLY_NUMBERS.test(word)))),
    ),
  ),
});

function lexiconOf(parts: readonly LexiconPart[], names: ReadonlySet<string>): Lexicon {
  const words: WordSet = {
    has: (word) => !names.has(word) && parts.some((part) => part.words.has(word)),
    isName: (word) => names.has(word) || names.has(withoutAccents(word)),
    hasCapitals: (word) => !names.has(word) && parts.some((part) => part.words.hasCapitals(word)),
  };
  const isPhrase = (all: readonly string[]) => parts.some(({ phrases }) => phrases.has(phraseKey(all)));
  const knowsText = (text: string): boolean => {
    const all = wordsIn(text);
    const letterWords = all.filter((word) => !ONLY_NUMBERS.test(word));
    if (letterWords.length === 0 || ADDRESS.test(text)) return false;
    return (
      isPhrase(letterWords) || (!isSentence(letterWords) && all.every((word, index) => knowsInText(word, { index, all, words })))
    );
  };
  return {
    hasWord: (word) => knowsWord(word, words),
    knowsText,
    disclosableText: (text) => (knowsText(text) ? cleanText(text) : undefined),
    hasPersonalName: (text) => wordsIn(text).some((word) => words.isName(normalizeWord(word))),
    extend: (vocabularies) => lexiconOf([...parts, partOf(vocabularies, names)], names),
  };
}

interface PlaceInText {
  index: number;
  all: readonly string[];
  words: WordSet;
}

function knowsInText(word: string, { index, all, words }: PlaceInText): boolean {
  if (ONLY_NUMBERS.test(word)) return true;
  const isInside = index < all.length - 1;
  if (ONE_LETTER_WORDS.has(word)) return isInside;
  const isShortName = ALSO_SHORT_NAMES.has(word.toLowerCase()) && index > 0 && word !== word.toLowerCase();
  return !isShortName && knowsWord(word, words, index > 0 && !isUnspaced(all[index - 1]!));
}

const phraseKey = (words: readonly string[]): string => words.map(normalizeWord).join(' ');
const isSentence = (words: readonly string[]): boolean =>
  words.length > MAX_WORDS || words.some((word) => isUnspaced(word) && word.length > MAX_UNSPACED_LENGTH);
