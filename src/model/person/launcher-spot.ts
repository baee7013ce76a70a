import { z } from 'zod';

/** Position of the feedback button: edge and relative height, so that it stays valid when the window is resized. */
export const launcherSpot = z.strictObject({
  edge: z.enum(['start', 'end']).meta({ description: 'Edge of the window in reading direction' }),
  down: z.number().min(0).max(1).meta({ description: 'Share of the height, 0 at the top' }),
});
export type LauncherSpot = z.infer<typeof launcherSpot>;
