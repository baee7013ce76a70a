import { normalizeWord, withoutAccents } from '../../src/lexicon/normalize-text.ts';
import { PERSONAL_NAMES } from '../../src/lexicon/personal-names.ts';
import { SENSITIVE_WORDS } from '../../src/lexicon/sensitive-words.ts';
import { BUSINESS_PHRASES, BUSINESS_WORDS } from './business-words.ts';
import { choosePhrases } from './choose-phrases.ts';
import { chooseWords, type ProjectLabels, segmentsOf } from './choose-words.ts';
import { FREQUENT_WORDS } from './frequent-words.ts';
import { LANGUAGES, type Language } from './message-sources.ts';

export interface LexiconData {
  words: Record<Language, string[]>;
  phrases: string[];
  /** Words of the message files that are in a list of names too. */
  wordsThatAreNames: string[];
}

interface LexiconInput {
  projects: Record<Language, readonly ProjectLabels[]>;
  /** Given and family names, in small letters. */
  names: ReadonlySet<string>;
}

/** Makes the lexicon of message files and lists of names. */
export function buildLexicon({ projects, names }: LexiconInput): LexiconData {
  const business = byLanguage((language) => BUSINESS_WORDS[language].split(/\s+/).map(normalizeWord));
  const wordsThatAreNames = findWordsThatAreNames({ projects, names }, Object.values(business).flat());
  const allNames = new Set(
    [...PERSONAL_NAMES, ...wordsThatAreNames].map(normalizeWord).flatMap((name) => [name, withoutAccents(name)]),
  );
  const excluded = new Set([...allNames, ...SENSITIVE_WORDS.map(normalizeWord)]);
  const words = byLanguage((language) => {
    const chosen = chooseWords(language, projects[language], excluded);
    return sorted([...chosen, ...business[language].filter((word) => !excluded.has(word))]);
  });
  const isName = (word: string) => allNames.has(word);
  const phrases = LANGUAGES.flatMap((language) => {
    const known = new Set([...words[language], ...words.en]);
    return [
      ...choosePhrases(projects[language], { isKnown: (word) => known.has(word), isName }),
      ...BUSINESS_PHRASES[language].split(/[|\n]/),
    ];
  });
  return { words, phrases: sorted(phrases), wordsThatAreNames };
}

function findWordsThatAreNames({ projects, names }: LexiconInput, business: readonly string[]): string[] {
  const seen = new Set(business);
  for (const { labels } of Object.values(projects).flat())
    for (const label of labels) for (const word of segmentsOf(label)) seen.add(normalizeWord(word));
  const own = new Set(PERSONAL_NAMES.map(normalizeWord));
  return sorted([...seen].filter((word) => word.length > 1 && names.has(word) && !FREQUENT_WORDS.has(word) && !own.has(word)));
}

const byLanguage = <T>(make: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;
const sorted = (words: readonly string[]): string[] => [...new Set(words)].sort();
