import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { guideFields } from './guide-fields.ts';
import { link } from './link.ts';

/** News for an audience, shown over the page once, and never while the person fills in a form. */
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
    .meta({ description: 'About safety: shown although tips are muted and caps are reached, and to everyone' }),
});
export type Notice = z.infer<typeof notice>;
