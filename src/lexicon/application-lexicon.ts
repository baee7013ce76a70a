import { APPLICATION_PHRASES } from './data/application-phrases.ts';
import { APPLICATION_WORDS } from './data/application-words.ts';
import { WORDS_THAT_ARE_NAMES } from './data/words-that-are-names.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { PERSONAL_NAMES } from './personal-names.ts';

const wordsOf = (list: string): string[] => list.split(/\s+/).filter(Boolean);

/** The lexicon of words that applications use in English, German, French, Spanish, Japanese and Arabic. */
export const applicationLexicon = (): Lexicon =>
  createLexicon({
    vocabularies: [
      {
        words: Object.values(APPLICATION_WORDS).flatMap(wordsOf),
        phrases: APPLICATION_PHRASES.split(/[|\n]/).filter(Boolean),
      },
    ],
    personalNames: [...PERSONAL_NAMES, ...wordsOf(WORDS_THAT_ARE_NAMES)],
  });
