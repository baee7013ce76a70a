import { z } from 'zod';
import type { Answer } from '../entry/answer.ts';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { guideFields } from './guide-fields.ts';

const option = z.strictObject({ id: slug, text });

/** The kind of question. The two items of UMUX-Lite have fixed texts in every language, because scores of different wordings cannot be compared. */
const questionType = z
  .discriminatedUnion('what', [
    z.strictObject({
      what: z.literal('umux-lite'),
      about: text.optional().meta({ description: 'Name of what is rated; the name of the app if left out' }),
    }),
    z.strictObject({
      what: z.literal('choice'),
      options: z.array(option).min(2).max(7).meta({ description: 'Answers to choose from' }),
    }),
    z.strictObject({ what: z.literal('words') }),
  ])
  .meta({ id: 'question-type', description: 'UMUX-Lite (two items, seven points), one choice among two to seven, or free text' });
export type QuestionType = z.infer<typeof questionType>;

/** A question to an audience. It is asked within the caps, and never again after one "No thanks". */
export const question = z.strictObject({
  kind: z.literal('question'),
  ...guideFields,
  body: text.optional().meta({ description: 'Markdown above the question: what the answer is used for' }),
  asks: questionType,
});
export type Question = z.infer<typeof question>;

/** Is this a valid answer to the question? */
export function isAnswerTo({ asks }: Pick<Question, 'asks'>, answer: Answer): boolean {
  if (asks.what !== answer.what) return false;
  return asks.what !== 'choice' || answer.what !== 'choice' || asks.options.some(({ id }) => id === answer.option);
}
