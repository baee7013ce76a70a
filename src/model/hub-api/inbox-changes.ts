import { z } from 'zod';
import { MAX_CHANGES_AT_ONCE } from './inbox-limits.ts';
import { closeReason, inboxItemStatus, inboxStatus, inboxStatusFields } from './inbox-status.ts';

const day = z.iso.date();

/** GET /desk/api/inbox/changes: what others did since. */
export const inboxChanges = z.strictObject({
  changed: z.array(inboxItemStatus).meta({ description: 'At most 500, in the order of their last change' }),
  gone: z.array(z.uuid()).meta({ description: 'Items that were withdrawn or deleted' }),
  hasNew: z.boolean().meta({ description: 'Items or comments were released since: load the list again' }),
  since: z.int(),
  released: z.iso.datetime(),
});
export type InboxChanges = z.infer<typeof inboxChanges>;

/** What can be done with an item. */
export const inboxAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), assignee: z.uuid().nullable() }),
  z.strictObject({ do: z.literal('state'), state: z.enum(['new', 'open', 'planned']) }),
  z.strictObject({ do: z.literal('snooze'), until: day }),
  z.strictObject({ do: z.literal('close'), reason: closeReason }),
  z.strictObject({ do: z.literal('merge'), into: z.uuid() }),
  z.strictObject({ do: z.literal('split') }).meta({ description: 'Out of what it was merged into, or out of its group' }),
  z.strictObject({ do: z.literal('restore'), status: inboxStatus }).meta({ description: 'Undo: the status before a change' }),
]);
export type InboxAction = z.infer<typeof inboxAction>;

const change = z.strictObject({
  id: z.uuid(),
  revision: z
    .int()
    .min(0)
    .meta({ description: 'The revision of the item that the change was made for, as an If-Match of its own' }),
  action: inboxAction,
});
export type InboxChange = z.infer<typeof change>;

/** POST /desk/api/inbox/changes */
export const inboxChangeRequest = z.strictObject({
  changes: z
    .array(change)
    .min(1)
    .max(MAX_CHANGES_AT_ONCE)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must not name an item twice'),
});

/**
 * Why a change was not made. changed-meanwhile: somebody else changed the item first. unknown-item: it was withdrawn or never there.
 * is-merged: it follows the item that it was merged into. unknown-target, circular: it cannot be merged there. unknown-assignee: there is
 * no such account. not-in-group: it is not merged, and stands apart already. in-the-past: it would wake at once.
 */
const refusal = z.enum([
  'changed-meanwhile',
  'unknown-item',
  'is-merged',
  'unknown-target',
  'circular',
  'unknown-assignee',
  'not-in-group',
  'in-the-past',
  'malformed-status',
]);
export type InboxRefusal = z.infer<typeof refusal>;

const result = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    ...inboxStatusFields,
    undo: change.meta({ description: 'The change that takes this one back, as long as nobody else has changed the item' }),
  }),
  z.strictObject({
    ok: z.literal(false),
    id: z.uuid(),
    why: refusal,
    detail: z.string().meta({ description: 'What happened and what to do, in English' }),
    present: inboxItemStatus.nullable().meta({ description: 'The item as it is now; null if it is not there' }),
  }),
]);

/** The answer to POST /desk/api/inbox/changes: one result for each change, in the order sent. */
export const inboxChangeReply = z.strictObject({ results: z.array(result) });
export type InboxChangeReply = z.infer<typeof inboxChangeReply>;
