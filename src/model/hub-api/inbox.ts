import { z } from 'zod';
import { about, absence, choice, signals } from '../entry/entry.ts';
import { slug } from '../text/slug.ts';
import { share } from './answer-figures.ts';
import { backlogControl } from './backlog-item.ts';
import { MAX_COUNTED_INBOX_ITEMS } from './inbox-limits.ts';
import { inboxKind, inboxStatusFields } from './inbox-status.ts';

const day = z.iso.date();

/** Why an item is where it is in the list: the score is the product of the three values. */
const inboxPriority = z.strictObject({
  score: z.number(),
  reach: z.strictObject({
    value: z.number(),
    items: z.int().optional().meta({ description: 'Items of feedback that are alike; a number of items, not of people' }),
    share: share.optional().meta({ description: 'Of the people of the app: those who met the page issue' }),
  }),
  severity: z.strictObject({ value: z.number(), by: z.enum(['choice', 'absence', 'signal']) }),
  freshness: z.strictObject({
    value: z.number(),
    days: z.int().min(0).meta({ description: 'Age of the newest of them in days' }),
  }),
});
export type InboxPriority = z.infer<typeof inboxPriority>;

const member = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  by: z.enum(['machine', 'person']).meta({
    description: 'Who put it there. What the machine grouped has a state of its own; what a person merged follows the item',
  }),
});

const contentFields = {
  ...inboxStatusFields,
  kind: inboxKind,
  app: slug,
  route: z.string(),
  control: backlogControl.optional(),
  at: day.meta({ description: 'UTC day of the feedback; of a page issue, the Monday up to which it was counted' }),
  choice: choice.optional().meta({ description: 'Of feedback' }),
  words: z.string().optional(),
  contact: z.string().optional().meta({ description: 'Only if the person typed one' }),
  about: about.optional(),
  absence: absence.optional(),
  guideTitle: z.string().optional().meta({ description: 'Title of the guide, if the hub publishes the pack' }),
  stepTitle: z.string().optional(),
  signal: z.enum(signals).optional().meta({ description: 'Of a page issue: what the page does' }),
  share: share.optional().meta({ description: 'Of a page issue: the share of the people of the app who met it' }),
  since: day.optional().meta({ description: 'Of a page issue: the Monday of its first figure' }),
} as const;

/** One row of the inbox: an item, and those that are grouped with it. */
const inboxItem = z.strictObject({
  ...contentFields,
  priority: inboxPriority,
  members: z.array(member).meta({ description: 'The other items of its group. A change of the group names each' }),
});
export type InboxItem = z.infer<typeof inboxItem>;

/** How many items have each value, under the other filters of the request. */
const counted = z.record(z.string(), z.int());
const inboxCounts = z.strictObject({
  total: z.int(),
  isComplete: z
    .boolean()
    .meta({ description: `False: there are more than ${MAX_COUNTED_INBOX_ITEMS} items, and the newest so many were counted` }),
  kind: counted,
  state: counted,
  app: counted,
  choice: counted,
  assignee: counted.meta({ description: 'By account; `none` for items of nobody' }),
});

const person = z.strictObject({ id: z.uuid(), name: z.string() });

/** GET /desk/api/inbox */
export const inboxPage = z.strictObject({
  items: z.array(inboxItem),
  next: z.string().nullable().meta({
    description: 'Cursor of the next page, or null. A page may have fewer rows than asked for, or none, and have a next',
  }),
  counts: inboxCounts.nullable().meta({ description: 'Of single items, not of groups; null unless the first page is asked for' }),
  people: z.array(person).meta({ description: 'Accounts that items can be assigned to' }),
  me: z.uuid().meta({ description: 'The account that asks' }),
  since: z.int().meta({ description: 'The `since` of a later request for changes' }),
  released: z.iso.datetime().meta({ description: 'The `after` of a later request for changes' }),
});
export type InboxPage = z.infer<typeof inboxPage>;

/** GET /desk/api/inbox/items/{id}: an item with those that are grouped with it. Its ETag is its revision. */
export const inboxDetail = z.strictObject({
  item: inboxItem,
  members: z.array(z.strictObject({ ...contentFields, by: member.shape.by })),
});
export type InboxDetail = z.infer<typeof inboxDetail>;
