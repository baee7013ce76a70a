import { z } from 'zod';

/** HMAC-SHA-256 in base64url. */
const personHash = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be an HMAC-SHA-256 in base64url');

/** POST /v1/enrol: exchanges the policy's token for a secret of this install. */
export const enrolRequest = z.strictObject({
  token: z.string().min(16).max(200),
  secret: z
    .string()
    .min(32)
    .max(200)
    .optional()
    .meta({ description: 'The current secret, if the install has one: it then keeps its identity and secret' }),
  person: personHash
    .optional()
    .meta({ description: 'The person’s pseudonym from the policy, hashed on the device. Left out: the hub knows no person' }),
});
export const enrolReply = z.strictObject({
  install: z.uuid(),
  secret: z.string().min(32).max(200).meta({ description: 'Sent as "Authorization: Bearer"; the hub stores only its hash' }),
});
export type Enrolment = z.infer<typeof enrolReply>;

/** POST /v1/entries: a batch. Each entry is judged separately, so that an invalid one never blocks the rest. */
export const batchRequest = z.strictObject({
  sentAt: z.iso.datetime().meta({ description: 'Device clock at the time of sending, so that the hub can correct it' }),
  entries: z.array(z.unknown()).min(1).max(500),
});
export const entryResult = z.discriminatedUnion('accepted', [
  z.strictObject({
    id: z.uuid(),
    accepted: z.literal(true),
    duplicate: z.boolean().meta({ description: 'The hub had accepted this id before, even if it has deleted the entry since' }),
  }),
  z.strictObject({
    id: z.string().nullable(),
    accepted: z.literal(false),
    path: z.string(),
    reason: z.string().meta({ description: 'Final: sending the entry again will not help' }),
  }),
]);
export type EntryResult = z.infer<typeof entryResult>;
/** How often what people wrote was read at the hub in the last 30 days. It counts the staff who read, and names nobody. */
export const readings = z.strictObject({
  times: z.int().min(0).meta({ description: 'Answers of the hub that held something that people wrote' }),
  people: z.int().min(0).meta({ description: 'People who got such an answer' }),
});
export type Readings = z.infer<typeof readings>;

export const batchReply = z.strictObject({
  now: z.iso.datetime().meta({ description: 'The hub clock' }),
  results: z.array(entryResult).meta({ description: 'One result for each entry, in the order sent' }),
  readings: readings.optional(),
});
export type BatchReply = z.infer<typeof batchReply>;

/** DELETE /v1/entries/{id}: the receipt for an erased entry. Every further request returns the same receipt. */
export const erasureReceipt = z.strictObject({
  id: z.uuid(),
  erased: z
    .boolean()
    .meta({ description: 'False if the hub had no such entry of this install; in both cases it never accepts this id again' }),
  at: z.iso.datetime().meta({ description: 'Day of the erasure by the hub clock, as midnight UTC; no finer time is stored' }),
});
export type ErasureReceipt = z.infer<typeof erasureReceipt>;

/** RFC 9457 problem details with a remedy. Media type application/problem+json. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  remedy: z.string().optional(),
});
export type Problem = z.infer<typeof problem>;
