import { z } from 'zod';

/** A short identifier: lower-case letters, digits and hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be 1 to 63 lower-case letters, digits or hyphens')
  .meta({ id: 'slug', description: 'Lower-case letters, digits and hyphens, at most 63' });
