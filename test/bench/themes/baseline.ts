import { averageLinkage, cutMerges } from '../../../src/themes/grouping/average-linkage.ts';
import { relabel } from '../../../src/themes/grouping/relabel.ts';
import { meanSimilarities, type SimilarityMatrix } from '../../../src/themes/grouping/similarity-matrix.ts';
import { characterGrams } from '../../../src/themes/text/character-grams.ts';
import { normalizeText } from '../../../src/themes/text/split-words.ts';
import { tfIdf } from '../../../src/themes/text/tf-idf.ts';

const CUT_DISTANCE = 0.92;
const ROUNDS = 5;

/** The baseline: TF-IDF of three to five characters, average linkage cut at the distance .92, then each text to the nearest centroid. */
export function groupByBaseline(texts: readonly string[]): Int32Array {
  const rows = tfIdf(texts.map((text) => characterGrams(normalizeText(text))));
  const matrix = meanSimilarities([rows]);
  const merges = averageLinkage({ size: matrix.size, values: matrix.values.slice() });
  let labels = cutMerges(merges, matrix.size, 1 - CUT_DISTANCE);
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = nearestCentroids(matrix, labels);
    const hasEnded = moved.every((label, index) => label === labels[index]);
    labels = relabel(moved).labels;
    if (hasEnded) break;
  }
  return labels;
}

/** The group whose centroid has the greatest cosine with each text; both come from the similarities, without the vectors. */
function nearestCentroids({ size, values }: SimilarityMatrix, labels: Int32Array): Int32Array {
  const groups = Math.max(...labels) + 1;
  const sums = new Float64Array(size * groups);
  for (let text = 0; text < size; text += 1)
    for (let other = 0; other < size; other += 1) sums[text * groups + labels[other]!]! += values[text * size + other]!;
  const squares = new Float64Array(groups);
  labels.forEach((label, text) => {
    squares[label]! += sums[text * groups + label]!;
  });
  return labels.map((own, text) => {
    const cosine = (group: number) => sums[text * groups + group]! / Math.sqrt(Math.max(squares[group]!, 1e-9));
    let best = own;
    for (let group = 0; group < groups; group += 1) if (cosine(group) > cosine(best)) best = group;
    return best;
  });
}
