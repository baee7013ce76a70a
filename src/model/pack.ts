import { z } from 'zod';
import { guide } from './guide.ts';
import { place } from './place.ts';
import { slug } from './slug.ts';
import { task } from './task.ts';
import { languageTag, text } from './text.ts';
import { theme } from './theme.ts';

/** A pack: the guides for one app, written by one publisher, signed as a whole. Format `cairn/1`. */
export const pack = z
  .strictObject({
    $schema: z.string().max(500).optional().meta({ description: 'For editors' }),
    format: z.literal('cairn/1'),
    id: slug,
    version: z.int().min(1).max(1_000_000_000).meta({ description: 'Goes up with every publication; a lower one is refused' }),
    app: slug.meta({ description: 'The id of the app in the policy' }),
    title: text,
    language: languageTag.meta({
      description: 'Base language: what a plain string is in, and what missing translations fall back to',
    }),
    sample: z.boolean().default(false).meta({ description: 'Sample data: said wherever it is shown' }),
    places: z
      .array(place)
      .max(200)
      .default([])
      .meta({ description: 'Route templates of the app, most particular first, as in "/orders/:id"' }),
    theme: theme.optional(),
    guides: z.array(guide).max(500),
    tasks: z.array(task).max(100).optional().meta({ description: 'Work whose time is counted, from a place to a place' }),
  })
  .superRefine((made, context) => {
    unique(made.guides, ['guides'], context);
    unique(made.tasks ?? [], ['tasks'], context);
    made.guides.forEach((one, at) => {
      if (one.kind === 'walkthrough') unique(one.steps, ['guides', at, 'steps'], context);
      if (one.kind === 'tip' && one.opens && !made.guides.some((other) => other.kind === 'walkthrough' && other.id === one.opens))
        context.addIssue({
          code: 'custom',
          path: ['guides', at, 'opens'],
          message: `names no walkthrough of this pack: "${one.opens}"`,
        });
      if (one.from && one.until && one.from > one.until)
        context.addIssue({ code: 'custom', path: ['guides', at, 'until'], message: 'must not be before "from"' });
    });
  });
export type Pack = z.infer<typeof pack>;

function unique(things: readonly { id: string }[], path: PropertyKey[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  things.forEach(({ id }, at) => {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [...path, at, 'id'], message: `is used twice: "${id}"` });
    seen.add(id);
  });
}
