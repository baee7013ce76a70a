import { formatPath } from '../../model/fault/fault.ts';

/**
 * Finds the first string that PostgreSQL cannot hold: one with U+0000 or with an unpaired surrogate. A single such value would make
 * the whole transaction fail.
 */
export function findUnstorable(value: unknown, path: PropertyKey[] = []): { path: string; reason: string } | undefined {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    return { path: formatPath(path), reason: 'must not contain U+0000 or an unpaired surrogate' };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const fault = findUnstorable(key, path) ?? findUnstorable(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (fault) return fault;
  }
  return undefined;
}
