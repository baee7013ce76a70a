import { characterGrams } from '../text/character-grams.ts';
import { functionWords } from '../text/function-words.ts';
import { normalizeText, splitWords } from '../text/split-words.ts';
import { type SparseRows, tfIdf } from '../text/tf-idf.ts';
import { averageLinkage, cutMerges } from './average-linkage.ts';
import { louvain } from './louvain.ts';
import { meanSimilarities, type SimilarityMatrix } from './similarity-matrix.ts';

/** One way to group the texts: the label of each, and its share of the agreement. The shares of all add up to 1. */
export interface Labelling {
  labels: Int32Array;
  share: number;
}

/** Below this many texts, rarity cannot tell function words from others, and they are left out by a list. */
const ENOUGH_FOR_RARITY = 200;
const RESOLUTIONS = [1.5, 2, 2.5];
/** With so many texts each run takes long, and two resolutions do. */
const MANY_TEXTS = 2000;
const RESOLUTIONS_OF_MANY = [1.5, 2.5];
/** Resolutions hold for this many texts and grow slowly with more, as the number of themes does. */
const TEXTS_OF_RESOLUTION = 300;
const GROWTH_OF_RESOLUTION = 0.12;
const CUTS = [0.06, 0.08, 0.1, 0.12];
/** What the labellings by communities make of the agreement; those by cuts make the rest. */
const SHARE_OF_COMMUNITIES = 0.75;
const VIEWS = 3;

/** Texts of one language as the terms of two views. */
export interface TextViews {
  characters: SparseRows;
  words: SparseRows;
}

export function viewTexts(texts: readonly string[], language: string): TextViews {
  const omitted = texts.length < ENOUGH_FOR_RARITY ? functionWords(language) : new Set<string>();
  const words = texts.map((text) => {
    const all = splitWords(text);
    const remaining = all.filter((word) => !omitted.has(word));
    return remaining.length > 0 ? remaining : all;
  });
  const spellings = texts.map((text, index) => {
    const isWhole = omitted.size === 0 || words[index]!.length === 0;
    return isWhole ? normalizeText(text) : words[index]!.join(' ');
  });
  return { characters: tfIdf(gramsOf(spellings)), words: tfIdf(words) };
}

function* gramsOf(spellings: readonly string[]): Iterable<string[]> {
  for (const spelling of spellings) yield characterGrams(spelling);
}

/**
 * Groups texts in several ways that err differently: communities of each view and of their mean, at several resolutions, and cuts
 * of the mean's average linkage. One matrix serves all.
 */
export function labelViews({ characters, words }: TextViews, onProgress: (share: number) => void = () => {}): Labelling[] {
  const { rows: texts } = characters;
  const growth = Math.max(1, (texts / TEXTS_OF_RESOLUTION) ** GROWTH_OF_RESOLUTION);
  const resolutions = (texts > MANY_TEXTS ? RESOLUTIONS_OF_MANY : RESOLUTIONS).map((resolution) => resolution * growth);
  const labellings: Labelling[] = [];
  const addCommunities = (matrix: SimilarityMatrix) => {
    for (const resolution of resolutions) {
      const labels = louvain(matrix, { resolution, seed: labellings.length });
      labellings.push({ labels, share: SHARE_OF_COMMUNITIES / (VIEWS * resolutions.length) });
      onProgress(labellings.length / (VIEWS * resolutions.length + 1));
    }
  };
  const matrix = meanSimilarities([characters]);
  addCommunities(matrix);
  addCommunities(meanSimilarities([words], matrix));
  addCommunities(meanSimilarities([characters, words], matrix));
  const merges = averageLinkage(matrix);
  for (const cut of CUTS)
    labellings.push({ labels: cutMerges(merges, texts, cut), share: (1 - SHARE_OF_COMMUNITIES) / CUTS.length });
  onProgress(1);
  return labellings;
}
