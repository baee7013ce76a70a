import type { Vocabulary } from '../lexicon/lexicon.ts';
import { wordsIn } from '../lexicon/words-in.ts';
import type { Pack } from '../model/pack/pack.ts';

/**
 * What a pack tells of the app's words: its list of words, and the names of the controls that its guides and rules are about. Whoever signs
 * a pack has read those; its other texts are not names of controls.
 */
export function packVocabulary({ words = [], ...pack }: Pick<Pack, 'words' | 'guides' | 'ignore'>): Vocabulary {
  const phrases = [...words, ...controlNames(pack.guides), ...controlNames(pack.ignore)];
  return { words: phrases.flatMap(wordsIn).filter((word) => !/\p{N}/u.test(word)), phrases };
}

/** The names, in all their languages, of whatever has a role: anchors, conditions, rules. */
function controlNames(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { role, name } = part as { role?: unknown; name?: unknown };
  const own = typeof role === 'string' ? textsIn(name) : [];
  return [...own, ...Object.values(part).flatMap(controlNames)];
}

const textsIn = (text: unknown): string[] =>
  typeof text === 'string'
    ? [text]
    : typeof text === 'object' && text !== null
      ? Object.values(text).filter((one) => typeof one === 'string')
      : [];
