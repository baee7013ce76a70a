import type { TextViews } from '../grouping/label-views.ts';
import type { SparseRows } from '../text/tf-idf.ts';

const QUOTES = 2;

/**
 * Which of the members are most like all members, the most central first: by the sum of the similarities, which is the product with
 * the sum of all rows. Members with the same words count once. Returns indexes into the list of members.
 */
export function centralTexts({ characters, words }: TextViews, members: readonly number[]): number[] {
  const ofCharacters = productsWithSum(characters, members);
  const ofWords = productsWithSum(words, members);
  const indexes = members.map((_, index) => index);
  const centrality = indexes.map((index) => ofCharacters[index]! + ofWords[index]!);
  const distinct = indexes.filter((index) => members.indexOf(members[index]!) === index);
  return distinct.sort((a, b) => centrality[b]! - centrality[a]! || a - b).slice(0, QUOTES);
}

function productsWithSum({ starts, terms, weights }: SparseRows, members: readonly number[]): number[] {
  const sum = new Map<number, number>();
  for (const member of members)
    for (let entry = starts[member]!; entry < starts[member + 1]!; entry += 1)
      sum.set(terms[entry]!, (sum.get(terms[entry]!) ?? 0) + weights[entry]!);
  return members.map((member) => {
    let product = 0;
    for (let entry = starts[member]!; entry < starts[member + 1]!; entry += 1)
      product += weights[entry]! * sum.get(terms[entry]!)!;
    return product;
  });
}
