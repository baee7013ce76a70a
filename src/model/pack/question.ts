import { z } from 'zod';
import type { Answer } from '../entry/answer.ts';
import { slug } from '../text/slug.ts';
import { text } from '../text/text.ts';
import { guideFields } from './guide-fields.ts';

const option = z.strictObject({ id: slug, text });

/** What is asked. The two items of UMUX-Lite are ours, in every language; their wording must not vary, or scores cannot be compared. */
export const questionType = z
  .discriminatedUnion('what', [
    z.strictObject({
      what: z.literal('umux-lite'),
      about: text.optional().meta({ description: 'Name of what is rated; the name of the app if left out' }),
    }),
    z.strictObject({ what: z.literal('choice'), options: z.array(option).min(2).max(7) }),
    z.strictObject({ what: z.literal('words') }),
  ])
  .meta({ id: 'question-type', description: 'UMUX-Lite (two items, seven points), one choice among two to seven, or free text' });
export type QuestionType = z.infer<typeof questionType>;

/** A question to an audience. Asked at most as often as the caps allow; one "no thanks" ends it for good. */
export const question = z.strictObject({
  kind: z.literal('question'),
  ...guideFields,
  body: text.optional().meta({ description: 'Markdown, above the question: what the answer is for' }),
  asks: questionType,
});
export type Question = z.infer<typeof question>;

/** Is it an answer to what this question asks? */
export function isAnswerTo({ asks }: Pick<Question, 'asks'>, answer: Answer): boolean {
  if (asks.what !== answer.what) return false;
  return asks.what !== 'choice' || answer.what !== 'choice' || asks.options.some(({ id }) => id === answer.option);
}
