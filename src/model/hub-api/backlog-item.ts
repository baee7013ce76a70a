import { z } from 'zod';
import { control } from '../entry/control.ts';
import { about, choice } from '../entry/entry.ts';
import { slug } from '../text/slug.ts';

/** One piece of feedback as a facilitator sees it in the focus-session backlog. It names nobody who did not name themselves. */
export const backlogItem = z.strictObject({
  id: z.uuid().meta({ description: 'The id of the feedback entry' }),
  seq: z.int().meta({ description: 'Order of arrival at the hub; ask for what came after it' }),
  choice,
  app: slug,
  route: z.string(),
  control: control.optional(),
  about: about.optional(),
  guideTitle: z.string().optional().meta({ description: 'Title of the guide, where the hub publishes its pack' }),
  stepTitle: z.string().optional(),
  at: z.iso.datetime().meta({ description: 'When it was given, by the device clock corrected with the hub clock' }),
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
