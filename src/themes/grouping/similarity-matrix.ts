import type { SparseRows } from '../text/tf-idf.ts';

const SQUARE = 64;

/** How alike any two things are: the similarity of a and b is at `a * size + b`, and again at `b * size + a`. */
export interface SimilarityMatrix {
  size: number;
  values: Float32Array;
}

/**
 * The cosine between any two rows, as the mean of all views. A matrix that is given is written over: for 5,000 texts one takes
 * 100 MB. Each pair is computed once and written twice: were the two values rounded apart, chains of nearest neighbours might
 * never end.
 */
export function meanSimilarities(views: readonly SparseRows[], reused?: SimilarityMatrix): SimilarityMatrix {
  const size = views[0]?.rows ?? 0;
  const values = reused?.values.fill(0) ?? new Float32Array(size * size);
  for (const view of views) addProducts(values, view, 1 / views.length);
  mirror(values, size);
  return { size, values };
}

/** Goes through the rows that share a term, term by term, since most pairs share few. Fills the half above the diagonal. */
function addProducts(values: Float32Array, view: SparseRows, share: number): void {
  const { rows: size, starts, terms, weights } = view;
  const byTerm = transpose(view);
  /** Where in each term's list the rows begin that come after this one. */
  const later = byTerm.starts.slice();
  for (let row = 0; row < size; row += 1) {
    const products = values.subarray(row * size, (row + 1) * size);
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry += 1) {
      const term = terms[entry]!;
      const weight = weights[entry]! * share;
      const end = byTerm.starts[term + 1]!;
      later[term]! += 1;
      for (let other = later[term]!; other < end; other += 1) products[byTerm.terms[other]!]! += weight * byTerm.weights[other]!;
    }
    if (starts[row + 1]! > starts[row]!) products[row]! += share;
  }
}

/** Square by square, so that what is written fits the processor's cache. */
function mirror(values: Float32Array, size: number): void {
  for (let top = 0; top < size; top += SQUARE)
    for (let left = top; left < size; left += SQUARE)
      for (let row = top; row < Math.min(top + SQUARE, size); row += 1)
        for (let other = Math.max(left, row + 1); other < Math.min(left + SQUARE, size); other += 1)
          values[other * size + row] = values[row * size + other]!;
}

/** Rows by term instead of terms by row. */
function transpose({ rows, columns, starts, terms, weights }: SparseRows): SparseRows {
  const startsOfTerms = new Int32Array(columns + 1);
  for (const term of terms) startsOfTerms[term + 1]! += 1;
  for (let term = 0; term < columns; term += 1) startsOfTerms[term + 1]! += startsOfTerms[term]!;
  const next = startsOfTerms.slice(0, columns);
  const owners = new Int32Array(terms.length);
  const weightsByTerm = new Float32Array(terms.length);
  for (let row = 0; row < rows; row += 1)
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry += 1) {
      const place = next[terms[entry]!]!++;
      owners[place] = row;
      weightsByTerm[place] = weights[entry]!;
    }
  return { rows: columns, columns: rows, starts: startsOfTerms, terms: owners, weights: weightsByTerm };
}
