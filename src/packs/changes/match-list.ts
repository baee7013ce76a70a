import { memberOf } from '../../model/fault/schema-at.ts';

/** The elements of two versions of a list, by their indices. */
export interface ListMatch {
  /** Elements that both lists have: index before, index after; in the order of the later list. */
  common: { before: number; after: number }[];
  added: number[];
  removed: number[];
  /** Those of `common` that changed places, as few as explain the new order. */
  moved: { before: number; after: number }[];
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
    moved: common.filter((_, at) => !staying.has(at)),
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

/** The positions of a longest increasing subsequence. */
function longestIncreasing(values: readonly number[]): Set<number> {
  const lengths: number[] = [];
  const previous: number[] = [];
  let last = -1;
  values.forEach((value, at) => {
    lengths[at] = 1;
    previous[at] = -1;
    for (let earlier = 0; earlier < at; earlier += 1)
      if (values[earlier]! < value && lengths[earlier]! + 1 > lengths[at]!) {
        lengths[at] = lengths[earlier]! + 1;
        previous[at] = earlier;
      }
    if (last < 0 || lengths[at]! > lengths[last]!) last = at;
  });
  const found = new Set<number>();
  for (let at = last; at >= 0; at = previous[at]!) found.add(at);
  return found;
}
