import { z } from 'zod';
import { choice } from '../../model/entry/entry.ts';
import { inboxKind, inboxStatus } from '../../model/hub-api/inbox-status.ts';
import { slug } from '../../model/text/slug.ts';
import { inboxCursor } from './cursor.ts';

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'must be a whole number')
  .transform(Number);

const { state } = inboxStatus.shape;

const states = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(state))
  .meta({ description: 'States, with commas between them' });

/** The query of the list. */
export const inboxQuery = z.strictObject({
  state: states.optional().meta({ description: 'States, with commas between them; new, open and planned if left out' }),
  kind: inboxKind.optional(),
  app: slug.optional(),
  choice: choice.optional(),
  assignee: z
    .union([z.uuid(), z.enum(['me', 'none'])])
    .optional()
    .meta({ description: 'An account, `me`, or `none` for items of nobody' }),
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Words that are all in what the person wrote, the page, the control or the guide' }),
  order: z.enum(['priority', 'newest']).default('priority'),
  before: inboxCursor.optional().meta({ description: 'Cursor: `next` of the previous page' }),
  limit: wholeNumber.refine((limit) => limit >= 1 && limit <= 200, 'must be from 1 to 200').default(50),
});
export type InboxQuery = z.infer<typeof inboxQuery>;

/** The query of what others did. */
export const changesQuery = z.strictObject({
  since: wholeNumber.meta({ description: '`since` of the list, or of the last answer' }),
  after: z.iso.datetime().optional().meta({ description: '`released` of the list, or of the last answer' }),
});
