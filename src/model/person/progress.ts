import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { cardSpot } from './card-spot.ts';

/** How a walkthrough is played. `guide`: the person acts. `show`: a ghost pointer plays the steps. `do`: Cairn acts where allowed, and asks each time. */
const walkModes = ['guide', 'show', 'do'] as const;
export type WalkMode = (typeof walkModes)[number];

/** Progress in a walkthrough. Stored by the background, so that it survives a reload and a restart. */
export const progress = z.strictObject({
  app: slug,
  pack: slug,
  guide: slug,
  step: slug,
  mode: z.enum(walkModes).default('guide'),
  /** Steps that led here, oldest first; "back" goes to the last one. */
  trail: z.array(slug).max(50).default([]),
  /** The step is done, and the branch is not decided yet. */
  done: z.boolean().optional(),
  /** The walkthrough has depended on the value of a field: nothing of it is recorded any more. */
  dependsOnValue: z.literal(true).optional(),
  /** It is finished, and its card is still open. Stored only where it depends on a value, so that the end is not seen from outside. */
  finished: z.literal(true).optional(),
  /** Address where the step was last on screen, without its query, to lead the person back. It never leaves the device. */
  lastUrl: z.string().max(500).optional(),
  /** Where the person has put its card. */
  card: cardSpot.optional(),
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type Progress = z.infer<typeof progress>;

/** Progress without the address, which may name what the person worked at. */
export const withoutAddress = ({ lastUrl: _, ...rest }: Progress): Progress => rest;

/** The part that the player needs to resume. */
export type ResumePoint = Pick<Progress, 'step' | 'mode' | 'trail' | 'done' | 'lastUrl' | 'dependsOnValue' | 'finished'>;
