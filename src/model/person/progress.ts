import { z } from 'zod';
import { slug } from '../text/slug.ts';

/** How the person wants to be led. `guide`: they act. `show`: a ghost plays it. `do`: Cairn acts where it may, and asks each time. */
export const walkModes = ['guide', 'show', 'do'] as const;
export type WalkMode = (typeof walkModes)[number];

/** How far a person is in a walkthrough. Kept by the background, so that a reload or a restart takes nothing away. */
export const progress = z.strictObject({
  app: slug,
  pack: slug,
  guide: slug,
  step: slug,
  mode: z.enum(walkModes).default('guide'),
  /** Steps that led here, oldest first: where "back" goes. */
  trail: z.array(slug).max(50).default([]),
  /** The step is done, and the page has yet to show where it goes on. */
  done: z.boolean().optional(),
  /** Where the step was last on screen, without its query: the way back for who wandered off. It never leaves the device. */
  lastUrl: z.string().max(500).optional(),
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type Progress = z.infer<typeof progress>;

/** Of that, what the player knows and takes up again. */
export type ResumePoint = Pick<Progress, 'step' | 'mode' | 'trail' | 'done' | 'lastUrl'>;
