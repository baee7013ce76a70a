import { z } from 'zod';
import { control } from '../entry/control.ts';
import { about, absence, choice } from '../entry/entry.ts';
import { nameFingerprint } from '../entry/name-fingerprint.ts';
import { slug } from '../text/slug.ts';
import { MAX_COUNTED_ITEMS } from './backlog-limits.ts';

export const backlogControl = control.extend({
  nameUnknown: z.boolean().optional().meta({ description: 'The name was withheld because too few people have met it so far' }),
  fingerprint: nameFingerprint
    .optional()
    .meta({ description: 'Same for the same control; only if at least ten people have met its name' }),
});
export type BacklogControl = z.infer<typeof backlogControl>;

/** One item of feedback as a facilitator sees it in the focus-session backlog. It names only people who gave their name. */
const backlogItem = z.strictObject({
  id: z.uuid().meta({ description: 'Random id at the desk; the device that sent the feedback knows another one' }),
  choice,
  app: slug,
  route: z.string(),
  control: backlogControl.optional(),
  about: about.optional(),
  absence: absence.optional(),
  guideTitle: z.string().optional().meta({ description: 'Title of the guide, if the hub publishes the pack' }),
  stepTitle: z.string().optional(),
  at: z.iso.date().meta({ description: 'UTC day of the feedback; no finer time and no time of arrival is given' }),
  words: z.string().optional(),
  contact: z.string().optional().meta({ description: 'Only if the person typed one' }),
  state: z.enum(['new', 'planned', 'done']),
});
export type BacklogItem = z.infer<typeof backlogItem>;

export const backlogPage = z.strictObject({
  items: z.array(backlogItem),
  total: z
    .int()
    .nullable()
    .meta({
      description: `Number of items of this choice and app, or ${MAX_COUNTED_ITEMS + 1} if there are more than ${MAX_COUNTED_ITEMS}; null unless the first page is asked for`,
    }),
  next: z.string().nullable().meta({ description: 'Cursor of the next page, or null' }),
  released: z.iso
    .datetime()
    .meta({ description: 'What was released up to this moment is in the backlog; the `after` of a later request' }),
});
export type BacklogPage = z.infer<typeof backlogPage>;
