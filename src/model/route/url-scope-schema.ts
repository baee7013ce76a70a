import { z } from 'zod';
import { parseUrlScope } from './url-scope.ts';

/** A place in the app: `URLPattern` syntax for path, query and hash, as in `/orders/*#/Orders/:id`. Omitted parts match anything. */
export const urlScope = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[/?#*]/, 'must begin with "/", "?", "#" or "*"')
  .refine(compiles, 'must be a URLPattern for path, query and hash')
  .meta({
    id: 'url-scope',
    description: 'URLPattern syntax for path, query and hash, relative to the app; omitted parts match anything',
  });

function compiles(pattern: string): boolean {
  try {
    parseUrlScope(pattern);
    return true;
  } catch {
    return false;
  }
}
