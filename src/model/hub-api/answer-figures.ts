import { z } from 'zod';
import { slug } from '../text/slug.ts';

/**
 * Percentage in steps of 5, 10 or 20, depending on how many answered; `few` and `most` where nearly everybody is with one option;
 * `withheld` where a share could reveal fewer people than allowed, by itself or together with the others.
 */
export const share = z.union([z.int().min(5).max(95), z.enum(['few', 'most', 'withheld'])]);
export type Share = z.infer<typeof share>;

const figureBase = {
  people: z.int().meta({
    description:
      'The fewest people that can have answered; each counts once, with the latest answer, and in no other figure of the question for 13 weeks',
  }),
  until: z.iso.date().meta({ description: 'Answers of established installs that arrived before this Monday, UTC' }),
};
export const point = z.int().min(0).max(100);

const answerFigure = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('umux-lite'),
    ...figureBase,
    score: point.meta({ description: 'Mean UMUX-Lite, 0 to 100' }),
    low: point.meta({ description: 'Lower end of its 95 % interval' }),
    high: point,
  }),
  z.strictObject({
    what: z.literal('choice'),
    ...figureBase,
    options: z.array(z.strictObject({ id: slug, text: z.string().optional(), share })),
  }),
  z.strictObject({ what: z.literal('words'), ...figureBase }),
]);
export type AnswerFigure = z.infer<typeof answerFigure>;

/** A question and its answers, as far as enough people answered that nobody can be identified. */
const answeredQuestion = z.strictObject({
  app: slug,
  pack: slug,
  guide: slug,
  title: z.string().optional().meta({ description: 'Present if the hub publishes the pack' }),
  what: z.enum(['umux-lite', 'choice', 'words']),
  minPeople: z.int().meta({ description: 'Number of people who must answer before anything is shown' }),
  figure: answerFigure.nullable().meta({ description: 'null: not enough answers by the last Monday' }),
});
export type AnsweredQuestion = z.infer<typeof answeredQuestion>;

export const answersPage = z.strictObject({
  questions: z
    .array(answeredQuestion)
    .meta({ description: 'By app and title: the questions of packs that this hub publishes, and others that have a figure' }),
  installsPerPerson: z.int().meta({ description: 'Installs that count as one person where the policy names no person' }),
  enrolledLately: z.int().meta({
    description:
      'Installs that enrolled for the first time in the week before the last Monday, rounded down to 0, 10, 20, 50, 100 and so on; 0 is fewer than 10',
  }),
});
export type AnswersPage = z.infer<typeof answersPage>;

/** The comments that people wrote as answers. */
export const answerTexts = z.strictObject({
  questions: z.array(z.strictObject({ pack: slug, guide: slug, words: z.array(z.string()) })),
});
export type AnswerTexts = z.infer<typeof answerTexts>;
