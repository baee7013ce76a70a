import { type Fault, formatPath } from '../model/fault/fault.ts';

/** Levels of lists and objects; the format has nine. */
const MAX_DEPTH = 20;
/** Fields of one object; the format has at most 25, and texts a field for each language. */
const MAX_FIELDS = 200;
/** Values in all. The shortest step has four in 35 characters, which comes to 170,000 in the longest pack. */
const MAX_VALUES = 300_000;

interface Visit {
  value: unknown;
  key: PropertyKey;
  parent: Visit | undefined;
  depth: number;
}

/**
 * The first reason why a document has not the shape of a pack: too deep, too many fields in one object, too many values. To be asked
 * before the schema, which names every fault of a document and takes seconds where there are a hundred thousand.
 */
export function judgeShape(document: unknown): Fault | undefined {
  const visits: Visit[] = [{ value: document, key: '', parent: undefined, depth: 0 }];
  let count = 0;
  while (visits.length > 0) {
    const visit = visits.pop()!;
    count += 1;
    if (count > MAX_VALUES) return tooLarge('', `has more than ${MAX_VALUES} values`);
    const { value, depth } = visit;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) return tooLarge('', `is nested more than ${MAX_DEPTH} levels deep`);
    const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
    if (Array.isArray(keys) && keys.length > MAX_FIELDS)
      return tooLarge(pathOf(visit), `has ${keys.length} fields, and at most ${MAX_FIELDS} are allowed`);
    if (Array.isArray(value) && value.length > MAX_VALUES) return tooLarge(pathOf(visit), `is a list of ${value.length}`);
    for (const key of keys) visits.push({ value: value[key as never], key, parent: visit, depth: depth + 1 });
  }
  return undefined;
}

function pathOf(visit: Visit): string {
  const path: PropertyKey[] = [];
  for (let at: Visit | undefined = visit; at?.parent; at = at.parent) path.unshift(at.key);
  return formatPath(path);
}

const tooLarge = (path: string, reason: string): Fault => ({
  path,
  reason,
  remedy: 'Write it as the pack format describes; no pack needs as much.',
});
