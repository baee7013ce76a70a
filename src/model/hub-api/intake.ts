import { z } from 'zod';

/** POST /v1/enrol: the policy's token for a secret of this install's own. */
export const enrolRequest = z.strictObject({
  token: z.string().min(16).max(200),
  secret: z
    .string()
    .min(32)
    .max(200)
    .optional()
    .meta({ description: 'The secret that it has already: an install that shows it stays who it is, and keeps it' }),
});
export const enrolReply = z.strictObject({
  install: z.uuid(),
  secret: z.string().min(32).meta({ description: 'Sent as "Authorization: Bearer"; the hub keeps only its hash' }),
});
export type Enrolment = z.infer<typeof enrolReply>;

/** POST /v1/entries: a batch. Each entry is judged alone, so that a faulty one never holds up the rest. */
export const batchRequest = z.strictObject({
  sentAt: z.iso.datetime().meta({ description: 'Device clock at sending, so that the hub can tell how wrong it is' }),
  entries: z.array(z.unknown()).min(1).max(500),
});
export const entryResult = z.discriminatedUnion('accepted', [
  z.strictObject({
    id: z.uuid(),
    accepted: z.literal(true),
    duplicate: z.boolean().meta({ description: 'It was here already, perhaps so long ago that the hub no longer keeps it' }),
  }),
  z.strictObject({
    id: z.string().nullable(),
    accepted: z.literal(false),
    path: z.string(),
    reason: z.string().meta({ description: 'Final: sending it again will not help' }),
  }),
]);
export type EntryResult = z.infer<typeof entryResult>;
export const batchReply = z.strictObject({
  now: z.iso.datetime().meta({ description: 'The hub clock' }),
  results: z.array(entryResult).meta({ description: 'One for each entry, in the order they were sent' }),
});
export type BatchReply = z.infer<typeof batchReply>;

/** DELETE /v1/entries/{id}: the receipt for an entry that its owner erased, the same however often it is asked for. */
export const erasureReceipt = z.strictObject({
  id: z.uuid(),
  erased: z
    .boolean()
    .meta({ description: 'False if the hub had no such entry of this install; either way it takes none with this id again' }),
  at: z.iso.datetime().meta({ description: 'The day it was erased, by the hub clock: midnight UTC, for no finer time is kept' }),
});
export type ErasureReceipt = z.infer<typeof erasureReceipt>;

/** RFC 9457 problem details, with what to do. Media type application/problem+json. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  remedy: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
