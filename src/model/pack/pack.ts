import { z } from 'zod';
import { urlScope } from '../route/url-scope-schema.ts';
import { slug } from '../text/slug.ts';
import { languageTag, text } from '../text/text.ts';
import { findBrokenLinks } from './find-broken-links.ts';
import { type Guide, guide } from './guide.ts';
import { ignoreRule } from './ignore-rule.ts';
import { placesOf } from './places-of.ts';
import { type Task, task } from './task.ts';
import { theme } from './theme.ts';

/** A word or a term of an app: letters with single spaces, hyphens and apostrophes between them. Digits are data. */
const appWord = z
  .string()
  .max(60)
  .regex(/^[\p{L}\p{M}]+(?:[ '’-][\p{L}\p{M}]+)*$/u, 'must be words of letters only');

/** The fields of a pack, without the rules that hold between them. */
export const packFields = z.strictObject({
  $schema: z.string().max(500).optional().meta({ description: 'JSON schema for editors' }),
  format: z.literal('cairn/1').meta({ description: 'The format of this file' }),
  id: slug,
  version: z
    .int()
    .min(1)
    .max(1_000_000_000)
    .meta({ description: 'Must increase with every publication; a lower version is rejected' }),
  app: slug.meta({ description: 'The id of the app in the policy' }),
  title: text,
  language: languageTag.meta({
    description: 'Base language: what a plain string is in, and what missing translations fall back to',
  }),
  sample: z.boolean().default(false).meta({ description: 'Sample data: labelled as such wherever it is shown' }),
  places: z
    .array(urlScope)
    .max(200)
    .default([])
    .meta({ description: 'Route templates of the app, most specific first, as in "/orders/:id"' }),
  theme: theme.optional(),
  guides: z.array(guide).max(500).meta({ description: 'Tips, walkthroughs, notices, checklists, questions and replies' }),
  tasks: z.array(task).max(100).optional().meta({ description: 'Work whose duration is measured, from a start to a finish' }),
  words: z
    .array(appWord)
    .max(1000)
    .optional()
    .meta({ description: 'Words and short terms of the app, in its languages, by which Cairn knows names of its controls' }),
  ignore: z.array(ignoreRule).max(100).optional().meta({ description: 'Friction signals that are expected in this app' }),
});

/** A pack: the guides for one app, written by one publisher and signed as a whole. Format `cairn/1`. */
export const pack = packFields.superRefine((draft, context) => {
  requireUnique(draft.guides, ['guides'], context);
  requireUnique(draft.tasks ?? [], ['tasks'], context);
  limitPlaces(draft, context);
  draft.guides.forEach((one, at) => {
    if (one.kind === 'walkthrough') requireUnique(one.steps, ['guides', at, 'steps'], context);
    if (one.kind === 'checklist') requireUnique(one.items, ['guides', at, 'items'], context);
    if (one.kind === 'question' && one.asks.what === 'choice')
      requireUnique(one.asks.options, ['guides', at, 'asks', 'options'], context);
    for (const [faultPath, message] of [...unknownReferences(one, draft), ...findBrokenLinks(one, draft)])
      context.addIssue({ code: 'custom', path: ['guides', at, ...faultPath], message });
    if (one.from && one.until && one.from > one.until)
      context.addIssue({ code: 'custom', path: ['guides', at, 'until'], message: 'must not be before "from"' });
  });
});
export type Pack = z.infer<typeof pack>;

/** Different places of one pack: an address may have to be compared with each of them at every change of address. */
const MAX_DIFFERENT_PLACES = 2000;

function limitPlaces(draft: Parameters<typeof placesOf>[0], context: z.RefinementCtx): void {
  const count = new Set(placesOf(draft).map(({ place }) => place)).size;
  if (count <= MAX_DIFFERENT_PLACES) return;
  const message = `must have at most ${MAX_DIFFERENT_PLACES} different places in all, and has ${count}`;
  const remedy = 'Write places that several guides share in the same way, or divide the pack.';
  context.addIssue({ code: 'custom', message, params: { remedy } });
}

function requireUnique(items: readonly { id: string }[], path: PropertyKey[], context: z.RefinementCtx): void {
  const ids = new Set<string>();
  items.forEach(({ id }, at) => {
    if (ids.has(id)) context.addIssue({ code: 'custom', path: [...path, at, 'id'], message: `is used twice: "${id}"` });
    ids.add(id);
  });
}

/** Guides and tasks that the targeting of a guide refers to and the pack does not have. */
function unknownReferences(
  one: Guide,
  draft: { guides: readonly Guide[]; tasks?: readonly Task[] | undefined },
): [PropertyKey[], string][] {
  const missingGuides = (field: 'after' | 'unless') =>
    (one[field] ?? []).flatMap(({ guide }, index): [PropertyKey[], string][] =>
      guide !== one.id && draft.guides.some(({ id }) => id === guide)
        ? []
        : [[[field, index, 'guide'], `names no other guide of this pack: "${guide}"`]],
    );
  const task = one.stage?.task;
  const isUnknownTask = task !== undefined && !draft.tasks?.some(({ id }) => id === task);
  return [
    ...missingGuides('after'),
    ...missingGuides('unless'),
    ...(isUnknownTask ? [[['stage', 'task'], `names no task of this pack: "${task}"`] satisfies [PropertyKey[], string]] : []),
  ];
}
