import { z } from 'zod';

/** Where the person has put a card: shares of the room that it leaves in the window, so that it stays in the window whatever its size. */
export const cardSpot = z.strictObject({
  across: z.number().min(0).max(1),
  down: z.number().min(0).max(1),
});
export type CardSpot = z.infer<typeof cardSpot>;
