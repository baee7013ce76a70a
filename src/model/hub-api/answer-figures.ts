import { z } from 'zod';
import { slug } from '../text/slug.ts';

/**
 * Percentage in steps of five; `few` and `most` where a finer figure would reveal fewer people than allowed; `withheld` where it
 * would reveal what another share hides.
 */
const share = z.union([z.int().min(5).max(95), z.enum(['few', 'most', 'withheld'])]);
export type Share = z.infer<typeof share>;

const figureBase = {
  people: z.int().meta({ description: 'Installs that answered; each counts once, with its latest answer' }),
  until: z.iso.date().meta({ description: 'Answers that arrived before this Monday, UTC' }),
};
const point = z.int().min(0).max(100);

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
  z.strictObject({ what: z.literal('words'), ...figureBase, words: z.array(z.string()) }),
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

export const answersPage = z.strictObject({ questions: z.array(answeredQuestion) });
export type AnswersPage = z.infer<typeof answersPage>;
