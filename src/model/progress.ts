import { z } from 'zod';
import { slug } from './slug.ts';

/** How far a person is in a walkthrough. Kept by the background, so that a reload or a restart takes nothing away. */
export const progress = z.strictObject({
  app: slug,
  pack: slug,
  guide: slug,
  step: slug,
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type Progress = z.infer<typeof progress>;
