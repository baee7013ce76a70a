import { z } from 'zod';

/** Where the feedback button sits: which edge, and how far down it, so that it stays sensible when the window changes. */
export const launcherSpot = z.strictObject({
  edge: z.enum(['start', 'end']).meta({ description: 'Edge of the window in reading direction' }),
  down: z.number().min(0).max(1).meta({ description: 'Share of the height, 0 at the top' }),
});
export type LauncherSpot = z.infer<typeof launcherSpot>;
