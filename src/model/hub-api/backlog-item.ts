import { z } from 'zod';
import { control } from '../entry/control.ts';
import { about, choice } from '../entry/entry.ts';
import { nameFingerprint } from '../entry/name-fingerprint.ts';
import { slug } from '../text/slug.ts';

const backlogControl = control.extend({
  nameUnknown: z.boolean().optional().meta({ description: 'The name was withheld because too few people have met it so far' }),
  fingerprint: nameFingerprint
    .optional()
    .meta({ description: 'Same for the same control; only if at least ten people have met its name' }),
});
export type BacklogControl = z.infer<typeof backlogControl>;

/** One item of feedback as a facilitator sees it in the focus-session backlog. It names only people who gave their name. */
const backlogItem = z.strictObject({
  id: z.uuid().meta({ description: 'Id of the feedback entry' }),
  seq: z.int().meta({ description: 'Order of arrival at the hub; used to ask for later items' }),
  choice,
  app: slug,
  route: z.string(),
  control: backlogControl.optional(),
  about: about.optional(),
  guideTitle: z.string().optional().meta({ description: 'Title of the guide, if the hub publishes the pack' }),
  stepTitle: z.string().optional(),
  at: z.iso.datetime().meta({ description: 'Time of the feedback by the device clock, corrected with the hub clock' }),
  receivedAt: z.iso.datetime(),
  words: z.string().optional(),
  contact: z.string().optional().meta({ description: 'Only if the person typed one' }),
  state: z.enum(['new', 'planned', 'done']),
});
export type BacklogItem = z.infer<typeof backlogItem>;

export const backlogPage = z.strictObject({
  items: z.array(backlogItem),
  total: z.int(),
  next: z.string().nullable().meta({ description: 'Cursor of the next page, or null' }),
});
export type BacklogPage = z.infer<typeof backlogPage>;
