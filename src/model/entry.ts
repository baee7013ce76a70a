import { z } from 'zod';
import { control } from './control.ts';
import { slug } from './slug.ts';

/** The five things one click of feedback can say. */
export const choices = ['slowed', 'confused', 'missing', 'idea', 'works'] as const;
export const choice = z.enum(choices).meta({
  description:
    'slowed: this slowed me down; confused: this confused me; missing: something is missing; idea: I have an idea; works: this works well',
});
export type Choice = z.infer<typeof choice>;

/** Which guide an entry is about. */
export const about = z.strictObject({
  pack: slug,
  version: z.int().min(1),
  guide: slug,
  step: slug.optional(),
});
export type About = z.infer<typeof about>;

const common = {
  id: z.uuid().meta({ description: 'Made on the device; the hub takes an id once, however often it is sent' }),
  at: z.iso.datetime().meta({ description: 'When, by the device clock' }),
  app: slug,
  route: z.string().min(1).max(300).meta({ description: 'Route template, never a raw address' }),
};

export const feedback = z.strictObject({
  kind: z.literal('feedback'),
  ...common,
  choice,
  control: control.optional().meta({ description: 'The control it is about' }),
  about: about.optional().meta({ description: 'The guide and step that were open' }),
});

export const words = z.strictObject({
  kind: z.literal('words'),
  ...common,
  of: z.uuid().meta({ description: 'The feedback that the words belong to' }),
  words: z.string().min(1).max(4000),
  contact: z.string().min(1).max(200).optional().meta({ description: 'Name or address, only if the person typed one' }),
});

export const guideEntry = z.strictObject({
  kind: z.literal('guide'),
  ...common,
  about,
  what: z.enum(['shown', 'opened', 'advanced', 'finished', 'dismissed', 'missing']),
});

/** One record about a person: written to the ledger before it is sent, and readable by its owner. */
export const entry = z.discriminatedUnion('kind', [feedback, words, guideEntry]).meta({ id: 'entry' });
export type Entry = z.infer<typeof entry>;
export type FeedbackEntry = z.infer<typeof feedback>;
export type WordsEntry = z.infer<typeof words>;
