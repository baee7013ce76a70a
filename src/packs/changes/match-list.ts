import { memberOf } from '../../model/fault/schema-at.ts';

/** The elements of two versions of a list, by their indices. */
export interface ListMatch {
  /** Elements that both lists have: index before, index after; in the order of the later list. */
  common: { before: number; after: number }[];
  added: number[];
  removed: number[];
  /** Those of `common` that changed places, as few as explain the new order, each with the index before of what it now follows. */
  moved: { before: number; after: number; follows: number | undefined }[];
}

/** Matches the elements of two lists by their ids; what has no id is matched by its index. */
export function matchList(before: readonly unknown[], after: readonly unknown[]): ListMatch {
  const [keysBefore, keysAfter] = [keysOf(before), keysOf(after)];
  const indexBefore = new Map(keysBefore.map((key, at) => [key, at]));
  const known = new Set(keysAfter);
  const common = keysAfter.flatMap((key, at) => {
    const index = indexBefore.get(key);
    return index === undefined ? [] : [{ before: index, after: at }];
  });
  const staying = longestIncreasing(common.map((pair) => pair.before));
  return {
    common,
    added: keysAfter.flatMap((key, at) => (indexBefore.has(key) ? [] : [at])),
    removed: keysBefore.flatMap((key, at) => (known.has(key) ? [] : [at])),
    moved: common.flatMap((pair, at) => (staying.has(at) ? [] : [{ ...pair, follows: common[at - 1]?.before }])),
  };
}

/** A key for each element that no other element of the list has. An id that is used twice counts its uses. */
function keysOf(list: readonly unknown[]): string[] {
  const uses = new Map<string, number>();
  return list.map((element, at) => {
    const id = memberOf(element, 'id');
    if (typeof id !== 'string') return `index ${at}`;
    const use = uses.get(id) ?? 0;
    uses.set(id, use + 1);
    return `id ${use} ${id}`;
  });
}

/** The positions of a longest increasing subsequence, by patience sorting: a list may have 100,000 elements. */
function longestIncreasing(values: readonly number[]): Set<number> {
  /** For each length, the position of the smallest value that ends a subsequence of it. */
  const ends: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const found = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) found.add(at);
  return found;
}
