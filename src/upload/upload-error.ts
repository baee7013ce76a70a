import { z } from 'zod';

/** What went wrong, where, and what can be done: for the status page. */
export const uploadError = z.object({ what: z.string(), where: z.string(), remedy: z.string() });
export type UploadError = z.infer<typeof uploadError>;
