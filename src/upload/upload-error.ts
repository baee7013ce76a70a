import { z } from 'zod';

/** What failed, where, and what a person can do about it; shown on the status page. */
export const uploadError = z.object({ what: z.string(), where: z.string(), remedy: z.string() });
export type UploadError = z.infer<typeof uploadError>;
