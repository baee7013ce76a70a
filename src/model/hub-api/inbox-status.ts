import { z } from 'zod';

/** feedback: somebody pressed one of the five choices. page-issue: the page made work harder for many people; the hub makes none yet. */
export const inboxKind = z.enum(['feedback', 'page-issue']);

/** What is done with an item. Nobody has touched one that is `new`; a snoozed one is `open` again on its day. */
const inboxState = z.enum(['new', 'open', 'planned', 'snoozed', 'closed', 'merged']);

/** Why an item was closed. */
export const closeReason = z.enum(['done', 'works-as-intended', 'will-not-do', 'not-actionable', 'no-action-needed']);

const day = z.iso.date();

/** Everything about an item that people decide. To undo a change, restore what was here before it. */
export const inboxStatus = z.strictObject({
  state: inboxState,
  snoozedUntil: day.nullable().meta({ description: 'The UTC day on which a snoozed item is open again; null in other states' }),
  reason: closeReason.nullable().meta({ description: 'Why it was closed; null in other states' }),
  mergedInto: z.uuid().nullable().meta({ description: 'The item that it was merged into; null in other states' }),
  isApart: z.boolean().meta({ description: 'A person split it off: it is not grouped with similar items any more' }),
  assignee: z.uuid().nullable().meta({ description: 'The account that looks after it' }),
});
export type InboxStatus = z.infer<typeof inboxStatus>;

export const inboxStatusFields = {
  id: z.uuid().meta({ description: 'Random id at the desk' }),
  revision: z.int().meta({ description: 'Rises with every change; 0 before the first. A change has to name it' }),
  status: inboxStatus,
  assigneeName: z.string().nullable(),
  changedBy: z
    .string()
    .nullable()
    .meta({ description: 'Who changed it last; null for the hub itself, and before the first change' }),
  changedAt: z.iso.datetime().nullable(),
} as const;

/** An item as far as people decide about it: without anybody's words. */
export const inboxItemStatus = z.strictObject(inboxStatusFields);
export type InboxItemStatus = z.infer<typeof inboxItemStatus>;
