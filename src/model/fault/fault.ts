/** One thing that is wrong with a document: where, what, and how to fix it. */
export interface Fault {
  /** Path in the document, as in `apps[1].origins[0]`; empty for the document as a whole. */
  path: string;
  /** What is wrong, as a sentence fragment that follows the path. */
  reason: string;
  /** How the author of the document can fix it. */
  remedy: string;
  /** Nothing was rejected: the document works, but probably not as intended. */
  warning?: true;
}

/** Formats a zod path, as in `apps[1].origins[0]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  );
}
