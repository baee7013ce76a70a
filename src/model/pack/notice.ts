import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { guideFields } from './guide-fields.ts';
import { link } from './link.ts';

/** What is new or useful for an audience, said once and politely: shown over the page, never in the middle of a form. */
export const notice = z.strictObject({
  kind: z.literal('notice'),
  ...guideFields,
  as: z.enum(['card', 'banner']).default('card').meta({ description: 'A card in a corner, or a banner along an edge' }),
  body: text.meta({ description: 'Markdown: what the reader gains' }),
  opens: slug.optional().meta({
    description: 'A walkthrough or checklist that the notice offers: shown where that guide fits, until the person has opened it',
  }),
  link: link.optional(),
  safety: z
    .boolean()
    .default(false)
    .meta({ description: 'About safety: shown in spite of quiet and of the caps, and to everyone' }),
});
export type Notice = z.infer<typeof notice>;
