import { type Fault, formatPath } from './fault.ts';

/** A setter on every object: a field of this name would not be copied, and schemas pass over it. */
const NAME = '__proto__';

/** The first field of a document that is named as the prototype of an object is. No schema sees it, and no reader may meet it. */
export function prototypeFault(document: unknown): Fault | undefined {
  const waiting: { value: unknown; path: PropertyKey[] }[] = [{ value: document, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const key of Object.keys(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === NAME) return { path: formatPath(here), reason: 'is a name that no field may have', remedy: 'Remove it.' };
      waiting.push({ value: value[key as never], path: here });
    }
  }
  return undefined;
}
