import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { answer } from './answer.ts';
import { control } from './control.ts';

/** The five choices of feedback. */
const choices = ['slowed', 'confused', 'missing', 'idea', 'works'] as const;
export const choice = z.enum(choices).meta({
  description:
    'slowed: this slowed me down; confused: this confused me; missing: something is missing; idea: I have an idea; works: this works well',
});
export type Choice = z.infer<typeof choice>;

/** Which guide an entry is about. */
export const about = z.strictObject({
  pack: slug.meta({ description: 'The pack it came in' }),
  version: z.int().min(1).meta({ description: 'Version of the pack' }),
  guide: slug.meta({ description: 'The guide' }),
  step: slug.optional().meta({ description: 'The step, if one was open' }),
});
export type About = z.infer<typeof about>;

/** What a person was told of the control of a step that they report as missing. */
export const absence = z.enum(['absent', 'hidden', 'several']).meta({
  description: 'absent: not on the page; hidden: there and not shown; several: more than one, and the guide does not say which',
});

const common = {
  id: z.uuid().meta({ description: 'Created on the device; the hub accepts an id once, however often it is sent' }),
  at: z.iso.datetime().meta({ description: 'Time by the device clock' }),
  app: slug.meta({ description: 'The app, by the name the policy gives it' }),
  route: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: 'Address with `:id` for every part that is not known to be common; without server and query' }),
};

const feedback = z
  .strictObject({
    kind: z.literal('feedback'),
    ...common,
    choice,
    control: control.optional().meta({ description: 'The control that the feedback is about' }),
    about: about.optional().meta({ description: 'The guide and step that were open' }),
    absence: absence.optional().meta({ description: 'Why the control of the step was not found, if that is reported' }),
  })
  .meta({ description: 'You clicked one of the five choices.' });

const words = z
  .strictObject({
    kind: z.literal('words'),
    ...common,
    of: z.uuid().meta({ description: 'The feedback that the comment belongs to' }),
    words: z.string().min(1).max(4000).meta({ description: 'What the person typed into our own form' }),
    contact: z.string().min(1).max(200).optional().meta({ description: 'Name or e-mail, only if the person typed one' }),
  })
  .meta({ description: 'You added a comment to your feedback.' });

export const guideEntry = z
  .strictObject({
    kind: z.literal('guide'),
    ...common,
    about: about.meta({ description: 'The guide and step' }),
    what: z.enum(['shown', 'opened', 'advanced', 'finished', 'dismissed', 'missing', 'weak']).meta({
      description:
        'What happened; missing: its control was not on the page; weak: its control was found, with less confidence than when the guide was made',
    }),
  })
  .meta({ description: 'A guide was shown to you, or you used it.' });

/** Page behaviour that makes work harder. Judged by the page's behaviour alone; the rules are in `docs/build/friction.md`. */
export const signals = [
  'repeat-click',
  'no-response',
  'slow-response',
  'error-click',
  'repeated-invalid',
  're-entry',
  'form-abandonment',
  'quick-back',
  'page-loop',
  'repeated-search',
  'undo-loop',
  'scroll-hunting',
  'possible-work-around',
] as const;

const nonNegativeInt = z.int().min(0).max(1_000_000_000).optional();

export const frictionEntry = z
  .strictObject({
    kind: z.literal('friction'),
    ...common,
    signal: z.enum(signals).meta({ description: 'What the page did; the rules are in docs/build/friction.md' }),
    control: control.optional().meta({ description: 'The control that was clicked or filled in' }),
    severe: z.boolean().optional().meta({ description: 'Worse than usual, as in a response after more than 7 s' }),
    count: nonNegativeInt.meta({ description: 'How often' }),
    ms: nonNegativeInt.meta({ description: 'Duration in milliseconds' }),
    responded: nonNegativeInt.meta({ description: 'How many of the clicks got a response' }),
    what: slug.optional().meta({ description: 'Variant of the signal, as in "copy-paste"' }),
    task: slug.optional().meta({ description: 'The task it was about' }),
  })
  .meta({ description: 'The page did something that makes work harder.' });

/** A task that the pack declares was started, finished or abandoned. */
const taskEntry = z
  .strictObject({
    kind: z.literal('task'),
    ...common,
    pack: slug.meta({ description: 'The pack that declares it' }),
    version: z.int().min(1).meta({ description: 'Version of the pack' }),
    task: slug.meta({ description: 'The task' }),
    what: z
      .enum(['started', 'finished', 'abandoned'])
      .meta({ description: 'Whether the task was started, finished or abandoned' }),
    ms: nonNegativeInt.meta({ description: 'Time on task in milliseconds, counted while the app is in front' }),
  })
  .meta({ description: 'A task that your organisation declared was started, finished or abandoned.' });

/** A person's answer to a question of a pack, without their name. */
const answerEntry = z
  .strictObject({
    kind: z.literal('answer'),
    ...common,
    about: about.meta({ description: 'The question' }),
    answer: answer.meta({ description: 'The answer' }),
  })
  .meta({ description: 'You answered a question of a pack.' });

/** One record about a person. It is written to the ledger before it is sent, and the person can read it. */
export const entry = z
  .discriminatedUnion('kind', [feedback, words, guideEntry, frictionEntry, taskEntry, answerEntry])
  .meta({ id: 'entry' });
export type Entry = z.infer<typeof entry>;
export type FeedbackEntry = z.infer<typeof feedback>;
export type WordsEntry = z.infer<typeof words>;
export type AnswerEntry = z.infer<typeof answerEntry>;
export type FrictionEntry = z.infer<typeof frictionEntry>;
