/** One thing wrong with what somebody gave us: where, what, and what to do about it. */
export interface Fault {
  /** Where in the document, as in `apps[1].origins[0]`; empty for the whole. */
  path: string;
  /** What is wrong, in a sentence fragment. */
  reason: string;
  /** What the person who wrote it can do. */
  remedy: string;
  /** Nothing was refused for it: it works, but probably not as it was meant. */
  warning?: true;
}

/** Zod's path as people write it: `apps[1].origins[0]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );
}
