/** Weighted terms of documents, row after row: row r has the entries from `starts[r]` up to `starts[r + 1]`. */
export interface SparseRows {
  rows: number;
  /** How many different terms there are. */
  columns: number;
  starts: Int32Array;
  terms: Int32Array;
  weights: Float32Array;
}

/**
 * How telling each term of each document is: the logarithm of how often it occurs there, times the rarity of the term among all
 * documents. Rows have length 1, so that the product of two is the cosine between them.
 */
export function tfIdf(documents: Iterable<readonly string[]>): SparseRows {
  const { starts, terms, counts, documentFrequency } = countTerms(documents);
  const rows = starts.length - 1;
  const weights = Float32Array.from(terms, (term, entry) => {
    const rarity = Math.log((1 + rows) / (1 + documentFrequency[term]!)) + 1;
    return (1 + Math.log(counts[entry]!)) * rarity;
  });
  for (let row = 0; row < rows; row += 1) scaleToUnitLength(weights.subarray(starts[row], starts[row + 1]));
  return { rows, columns: documentFrequency.length, starts: Int32Array.from(starts), terms: Int32Array.from(terms), weights };
}

/** Takes one document after the other, so that their terms need not be held all at once. */
function countTerms(documents: Iterable<readonly string[]>) {
  const vocabulary = new Map<string, number>();
  const documentFrequency: number[] = [];
  const starts = [0];
  const terms: number[] = [];
  const counts: number[] = [];
  for (const document of documents) {
    const row = new Map<number, number>();
    for (const term of document) {
      const index = vocabulary.get(term) ?? vocabulary.size;
      vocabulary.set(term, index);
      row.set(index, (row.get(index) ?? 0) + 1);
    }
    for (const [index, count] of row) {
      documentFrequency[index] = (documentFrequency[index] ?? 0) + 1;
      terms.push(index);
      counts.push(count);
    }
    starts.push(terms.length);
  }
  return { starts, terms, counts, documentFrequency };
}

function scaleToUnitLength(row: Float32Array): void {
  let squares = 0;
  for (const weight of row) squares += weight * weight;
  if (squares === 0) return;
  const length = Math.sqrt(squares);
  for (let entry = 0; entry < row.length; entry += 1) row[entry]! /= length;
}
