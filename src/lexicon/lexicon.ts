import { normalizeWord } from './normalize-text.ts';
import { splitCamelCase, wordsIn } from './words-in.ts';

/** Words that belong to applications rather than to people. */
export interface Vocabulary {
  /** Known wherever they stand. */
  words: Iterable<string>;
  /** Known as a whole: "mark as read" is known even if "mark" alone may be a person. */
  phrases?: Iterable<string>;
}

export interface Lexicon {
  /** Is this single word one of applications, and not also the name of a person? */
  hasWord(word: string): boolean;
  /** Is every word of the text known, or the text as a whole? Numbers and signs are not judged. */
  knowsText(text: string): boolean;
}

interface LexiconDeps {
  vocabularies: readonly Vocabulary[];
  /** Given and family names; none of these is known by itself, whatever the vocabularies say. */
  personalNames: Iterable<string>;
}

const phraseKey = (words: readonly string[]): string => words.map(normalizeWord).join(' ');

export function createLexicon({ vocabularies, personalNames }: LexiconDeps): Lexicon {
  const names = new Set([...personalNames].map(normalizeWord));
  const words = new Set(vocabularies.flatMap((vocabulary) => [...vocabulary.words].map(normalizeWord)));
  const phrases = new Set(vocabularies.flatMap(({ phrases = [] }) => [...phrases].map((phrase) => phraseKey(wordsIn(phrase)))));

  const isKnown = (word: string): boolean => words.has(word) && !names.has(word);
  const hasWord = (word: string): boolean =>
    isKnown(normalizeWord(word)) || splitCamelCase(word).every((part) => isKnown(normalizeWord(part)));
  return {
    hasWord,
    knowsText(text) {
      const all = wordsIn(text).filter((word) => !/^\p{N}+$/u.test(word));
      return all.length > 0 && (phrases.has(phraseKey(all)) || all.every(hasWord));
    },
  };
}
