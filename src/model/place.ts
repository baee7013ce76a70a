import { z } from 'zod';
import { placePattern } from './place-pattern.ts';

/** A place in the app: `URLPattern` syntax for path, query and hash, as in `/orders/*#/Orders/:id`. Parts not given match anything. */
export const place = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[/?#*]/, 'must begin with "/", "?", "#" or "*"')
  .refine(compiles, 'must be a URLPattern for path, query and hash')
  .meta({
    id: 'place',
    description: 'URLPattern syntax for path, query and hash, relative to the app; parts not given match anything',
  });

function compiles(source: string): boolean {
  try {
    placePattern(source);
    return true;
  } catch {
    return false;
  }
}
