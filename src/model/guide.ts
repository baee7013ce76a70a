import { z } from 'zod';
import { anchor } from './anchor.ts';
import { placePattern } from './place-pattern.ts';
import { slug } from './slug.ts';
import { languageTag, text } from './text.ts';

/** A place in the app: `URLPattern` syntax for path, query and hash, as in `/orders/*#/Orders/:id`. Parts not given match anything. */
export const place = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[/?#*]/, 'must begin with "/", "?", "#" or "*"')
  .refine(compiles, 'must be a URLPattern for path, query and hash')
  .meta({
    id: 'place',
    description: 'URLPattern syntax for path, query and hash, relative to the app; parts not given match anything',
  });

function compiles(source: string): boolean {
  try {
    placePattern(source);
    return true;
  } catch {
    return false;
  }
}

const attributes = z.array(z.string().min(1).max(120)).min(1).max(50).optional();
export const who = z
  .strictObject({
    company: attributes,
    site: attributes,
    department: attributes,
    team: attributes,
    role: attributes,
    language: z.array(languageTag).min(1).max(50).optional(),
  })
  .meta({ id: 'who', description: 'Audience: every attribute given must match one of its values' });

/** Fields that every kind of guide has. */
const common = {
  id: slug,
  title: text,
  where: z
    .array(place)
    .min(1)
    .max(50)
    .optional()
    .meta({ description: 'Places where the guide fits; anywhere in the app if left out' }),
  who: who.optional(),
  from: z.iso.date().optional().meta({ description: 'First day' }),
  until: z.iso.date().optional().meta({ description: 'Last day' }),
  priority: z.int().min(0).max(100).default(50).meta({ description: 'Higher goes first' }),
};

export const tip = z.strictObject({
  kind: z.literal('tip'),
  ...common,
  anchor: anchor.meta({ description: 'The control it stands beside' }),
  body: text.meta({ description: 'Markdown' }),
  opens: slug.optional().meta({ description: 'A walkthrough offered in the tip' }),
});

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

export const walkthrough = z.strictObject({
  kind: z.literal('walkthrough'),
  ...common,
  steps: z.array(step).min(1).max(50),
});

export const guide = z.discriminatedUnion('kind', [tip, walkthrough]).meta({ id: 'guide' });
export type Guide = z.infer<typeof guide>;
export type Tip = z.infer<typeof tip>;
export type Walkthrough = z.infer<typeof walkthrough>;
