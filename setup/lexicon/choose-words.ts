import { normalizeWord } from '../../src/lexicon/normalize-text.ts';
import { isUnspaced, wordsIn } from '../../src/lexicon/words-in.ts';
import type { Language } from './message-sources.ts';

/** The labels of one project in one language. */
export interface ProjectLabels {
  project: string;
  labels: readonly string[];
}

/** A word is known if this many projects use it, or if it stands in this many labels of one. */
export const MIN_PROJECTS = 2;
export const MIN_LABELS = 3;
/** A word that is never written with a small letter is the name of one project's product, unless this many use it. */
const MIN_PROJECTS_IF_CAPITALISED = 3;
/** Other words of two letters are parts of date patterns and initials. */
const TWO_LETTER_WORDS = new Set(
  `ab ai al am an as at au be by ce da de do du el em en er es et ex gb go id if il im in ir is it ja je kb la le lo mb me mi ms my ne ni no ob of ok on
or ou où pm px se si sé sí so su te ti to tu ui um un up us va ve vs we wo ya zu él`.split(/\s+/),
);
const LATIN_LANGUAGES: readonly Language[] = ['en', 'de', 'fr', 'es'];
const MAX_WORD_LENGTH = 24;
const ACRONYM = /^\p{Lu}{2,5}$/u;
const SCRIPTS: Record<Language, RegExp> = {
  en: /^[a-z'-]+$/,
  de: /^[a-zäöü-]+$/,
  fr: /^[a-zàâæçéèêëîïôœùûüÿ'-]+$/,
  es: /^[a-záéíñóúü-]+$/,
  ja: /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]+$/u,
  ar: /^\p{sc=Arabic}+$/u,
};
const KATAKANA_RUN = /([\p{sc=Katakana}ー]+)/u;
/** Shorter ones are endings, and pieces of names. */
const MIN_HIRAGANA_LENGTH = 3;
const ONLY_HIRAGANA = /^\p{sc=Hiragana}+$/u;
const UNSPACED_SEGMENTS = new Intl.Segmenter('ja', { granularity: 'word' });

interface Usage {
  projects: Set<string>;
  labels: number;
  /** Written with a small letter somewhere, or in a script without case. */
  isLowerCase: boolean;
  isAcronym: boolean;
}

/** The words of a language that its projects agree on, sorted, without those of `excluded`. */
export function chooseWords(language: Language, sources: readonly ProjectLabels[], excluded: ReadonlySet<string>): string[] {
  const usages = new Map<string, Usage>();
  for (const { project, labels } of sources)
    for (const label of new Set(labels)) for (const word of new Set(segmentsOf(label))) noteUse(usages, word, project);
  return [...usages]
    .filter(([word, usage]) => isChosen(word, usage, language) && !excluded.has(word))
    .map(([word]) => word)
    .sort();
}

export const segmentsOf = (label: string): string[] =>
  wordsIn(label).flatMap((word) => (isUnspaced(word) ? word.split(KATAKANA_RUN).flatMap(segmentsOfRun) : [word]));

/** A foreign word in katakana is taken whole: its pieces would be pieces of foreign names too. */
const segmentsOfRun = (run: string): string[] =>
  KATAKANA_RUN.test(run) ? [run] : [...UNSPACED_SEGMENTS.segment(run)].map(({ segment }) => segment);

function noteUse(usages: Map<string, Usage>, written: string, project: string): void {
  const word = normalizeWord(written);
  const usage = usages.get(word) ?? { projects: new Set(), labels: 0, isLowerCase: false, isAcronym: false };
  usages.set(word, usage);
  usage.projects.add(project);
  usage.labels += 1;
  usage.isLowerCase ||= !/\p{Lu}/u.test(written);
  usage.isAcronym ||= ACRONYM.test(written);
}

/**
 * A word that is written with a capital throughout may be a name, except in German, where nouns are: there two projects must agree on it.
 */
function isChosen(word: string, { projects, labels, isLowerCase, isAcronym }: Usage, language: Language): boolean {
  if (!SCRIPTS[language].test(word) || word.length < 2 || word.length > MAX_WORD_LENGTH) return false;
  if (word.length === 2 && LATIN_LANGUAGES.includes(language) && !TWO_LETTER_WORDS.has(word)) return false;
  if (ONLY_HIRAGANA.test(word) && word.length < MIN_HIRAGANA_LENGTH) return false;
  const isAgreed = projects.size >= MIN_PROJECTS;
  const isCommonNoun =
    isLowerCase || isAcronym || (language === 'de' && isAgreed) || projects.size >= MIN_PROJECTS_IF_CAPITALISED;
  return isCommonNoun && (isAgreed || labels >= MIN_LABELS);
}
