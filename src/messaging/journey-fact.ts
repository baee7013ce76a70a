import { z } from 'zod';

/** A fact of a person's journey through the app: that something was done, and when; never what, and no address. */
export const journeyFact = z.strictObject({
  is: z.enum([
    'visit',
    'acted',
    'undone',
    'changed',
    'left-field',
    'invalid',
    'submitted',
    'saved',
    'applied',
    'searched',
    'opened-result',
    'copied',
    'pasted',
    'exported',
    'imported',
    'away',
    'back',
    'end',
  ]),
  /** Whole milliseconds since the epoch: durations calculated from them must be whole in an entry. */
  at: z.int(),
  field: z.int().min(0).optional(),
  form: z.int().min(0).optional(),
  differs: z.boolean().optional(),
  by: z.enum(['load', 'arrival', 'move', 'replace']).optional(),
});
export type JourneyFact = z.infer<typeof journeyFact>;
