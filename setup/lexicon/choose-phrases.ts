import { normalizeWord } from '../../src/lexicon/normalize-text.ts';
import { wordsIn } from '../../src/lexicon/words-in.ts';
import { type ProjectLabels, segmentsOf } from './choose-words.ts';

const MAX_WORDS = 4;
/** At least two projects write it as a whole label. */
const MIN_PROJECTS = 2;

/**
 * Short labels that hold a word which is also a name, as in "Mark as read": they are known as a whole. A label of one word is none, for it may
 * be the name of a person.
 */
export function choosePhrases(
  sources: readonly ProjectLabels[],
  { isKnown, isName }: { isKnown: (word: string) => boolean; isName: (word: string) => boolean },
): string[] {
  const projects = new Map<string, Set<string>>();
  for (const { project, labels } of sources)
    for (const label of labels) {
      const words = segmentsOf(label).map(normalizeWord);
      const isPhrase = words.length > 1 && words.length <= MAX_WORDS && !/[\p{N}…]/u.test(label);
      if (!isPhrase || !words.some(isName) || !words.every((word) => isName(word) || isKnown(word))) continue;
      if (words.filter((word) => !isName(word)).length === 0) continue;
      const phrase = wordsIn(label).map(normalizeWord).join(' ');
      projects.set(phrase, (projects.get(phrase) ?? new Set()).add(project));
    }
  return [...projects]
    .filter(([, all]) => all.size >= MIN_PROJECTS)
    .map(([phrase]) => phrase)
    .sort();
}
