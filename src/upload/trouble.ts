import { z } from 'zod';

/** What went wrong, where, and what can be done: for the status page. */
export const trouble = z.object({ what: z.string(), where: z.string(), remedy: z.string() });
export type Trouble = z.infer<typeof trouble>;
