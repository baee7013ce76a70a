import { z } from 'zod';
import { type Guide, guide } from './guide.ts';
import { ignore } from './ignore.ts';
import { leadsNowhere } from './leads-nowhere.ts';
import { place } from './place.ts';
import { slug } from './slug.ts';
import { type Task, task } from './task.ts';
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
    ignore: z.array(ignore).max(100).optional().meta({ description: 'Friction that is none in this app' }),
  })
  .superRefine((made, context) => {
    unique(made.guides, ['guides'], context);
    unique(made.tasks ?? [], ['tasks'], context);
    made.guides.forEach((one, at) => {
      if (one.kind === 'walkthrough') unique(one.steps, ['guides', at, 'steps'], context);
      if (one.kind === 'checklist') unique(one.items, ['guides', at, 'items'], context);
      if (one.kind === 'question' && one.asks.what === 'choice')
        unique(one.asks.options, ['guides', at, 'asks', 'options'], context);
      for (const [where, message] of [...strangers(one, made), ...leadsNowhere(one, made)])
        context.addIssue({ code: 'custom', path: ['guides', at, ...where], message });
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

/** Guides and tasks that a guide is narrowed by, and that the pack does not have. */
function strangers(
  one: Guide,
  made: { guides: readonly Guide[]; tasks?: readonly Task[] | undefined },
): [PropertyKey[], string][] {
  const missing = (field: 'after' | 'unless') =>
    (one[field] ?? []).flatMap(({ guide }, nth): [PropertyKey[], string][] =>
      guide !== one.id && made.guides.some(({ id }) => id === guide)
        ? []
        : [[[field, nth, 'guide'], `names no other guide of this pack: "${guide}"`]],
    );
  const task = one.stage?.task;
  const noTask = task !== undefined && !made.tasks?.some(({ id }) => id === task);
  return [
    ...missing('after'),
    ...missing('unless'),
    ...(noTask ? [[['stage', 'task'], `names no task of this pack: "${task}"`] satisfies [PropertyKey[], string]] : []),
  ];
}
