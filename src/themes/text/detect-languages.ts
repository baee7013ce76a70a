import { eld } from 'eld/small';
import type { ThemeText } from '../theme.ts';

/** A language is in use if at least this share of the texts is certainly in it. Detection errs on fewer short texts than that. */
const SHARE_IN_USE = 0.04;
const TEXTS_IN_USE = 2;

const detector = eld.newInstance();

interface Guess {
  language: string;
  isReliable: boolean;
  scores: Record<string, number>;
}

/**
 * The language of each text, as a primary subtag such as `de`. A known language is taken as it is. Otherwise first the languages
 * that are in use among the texts are found, then each text gets the likeliest of them, for a detector that may choose among sixty
 * takes some texts of three words for a language that nobody here writes. What tells nothing gets the commonest language.
 */
export function detectLanguages(texts: readonly ThemeText[]): string[] {
  const known = texts.map(({ language }) => primarySubtag(language));
  const guesses = texts.map(({ text }, index) => (known[index] === undefined ? guessLanguage(text) : undefined));
  const certain = texts.map((_, index) => {
    const guess = guesses[index];
    return known[index] ?? (guess?.isReliable ? guess.language : undefined);
  });
  const inUse = languagesInUse(certain, known);
  const commonest = inUse[0] ?? 'und';
  return texts.map((_, index) => known[index] ?? likeliest(guesses[index]!, inUse) ?? commonest);
}

function primarySubtag(language: string | undefined): string | undefined {
  const subtag = language?.split(/[-_]/)[0]?.toLowerCase();
  return subtag === '' || subtag === 'und' ? undefined : subtag;
}

function guessLanguage(text: string): Guess {
  const found = detector.detect(text);
  return { language: found.language, isReliable: found.language !== '' && found.isReliable(), scores: found.getScores() };
}

/** The commonest first; of two that are equally common, the first by name. */
function languagesInUse(certain: readonly (string | undefined)[], known: readonly (string | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const language of certain) if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  const fewest = Math.max(TEXTS_IN_USE, SHARE_IN_USE * certain.length);
  const ordered = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
  const frequent = ordered.filter(([language, count]) => count >= fewest || known.includes(language));
  return (frequent.length > 0 ? frequent : ordered.slice(0, 1)).map(([language]) => language);
}

function likeliest({ scores }: Guess, inUse: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const language of inUse) {
    const score = scores[language] ?? 0;
    if (score > (best === undefined ? 0 : scores[best]!)) best = language;
  }
  return best;
}
