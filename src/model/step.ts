import { z } from 'zod';
import { anchor } from './anchor.ts';
import { place } from './place.ts';
import { slug } from './slug.ts';
import { text } from './text.ts';

export const advance = z
  .discriminatedUnion('on', [
    z.strictObject({ on: z.literal('next') }),
    z.strictObject({ on: z.literal('click') }),
    z.strictObject({ on: z.literal('input') }),
    z.strictObject({ on: z.literal('place'), to: place }),
  ])
  .meta({
    id: 'advance',
    description: 'What takes the person on: Next, a click on the control, a change of its value, or arriving at a place',
  });

export const step = z.strictObject({
  id: slug,
  title: text,
  body: text.meta({ description: 'Markdown' }),
  anchor: anchor.optional().meta({ description: 'The control it is about; left out, the step stands by itself' }),
  at: place.optional().meta({ description: 'Where the step belongs' }),
  go: z
    .string()
    .max(500)
    .regex(/^\/(?!\/)/, 'must be an address inside the app that begins with one "/"')
    .optional()
    .meta({ description: 'Address inside the app that the person is offered when the page is not the one in "at"' }),
  advance: advance.default({ on: 'next' }),
});
export type Step = z.infer<typeof step>;
