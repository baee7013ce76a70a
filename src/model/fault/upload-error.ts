import { z } from 'zod';

/** Kinds of errors when sending. Each has its own sentences in the catalogues; no text of the hub is ever shown as an error. */
export const UPLOAD_ERROR_KINDS = [
  'timeout',
  'unreachable',
  'tooLarge',
  'notTheHub',
  'wrongToken',
  'unknownInstall',
  'overBudget',
  'busy',
  'hubFailed',
  'status',
  'ledger',
] as const;
export type UploadErrorKind = (typeof UPLOAD_ERROR_KINDS)[number];

/** Why sending failed, and where; shown on the status page and in the panel. */
export const uploadError = z.object({
  kind: z.enum(UPLOAD_ERROR_KINDS),
  where: z.string(),
  /** HTTP status of the answer, if there was one. */
  status: z.int().optional(),
  /** What the browser itself said about the network or the disk. */
  detail: z.string().optional(),
});
export type UploadError = z.infer<typeof uploadError>;
