import { expect, test } from 'vitest';
import { type Answer, answer, umuxLiteScore } from '../../../src/model/entry/answer.ts';
import { isAnswerTo, type QuestionType } from '../../../src/model/pack/question.ts';

test.each([
  [1, 1, 0],
  [7, 7, 100],
  [4, 4, 50],
  [7, 6, 91.67],
  [1, 7, 50],
])('the UMUX-Lite ratings %i and %i score %f', (capabilities, ease, score) => {
  expect(umuxLiteScore({ capabilities, ease })).toBeCloseTo(score, 2);
});

const choice: QuestionType = {
  what: 'choice',
  options: [
    { id: 'here', text: 'Here' },
    { id: 'phone', text: 'By phone' },
  ],
};

test.each<[string, QuestionType, Answer, boolean]>([
  ['a rating to UMUX-Lite', { what: 'umux-lite' }, { what: 'umux-lite', capabilities: 3, ease: 4 }, true],
  ['an option to a choice', choice, { what: 'choice', option: 'phone' }, true],
  ['an option that is not offered', choice, { what: 'choice', option: 'fax' }, false],
  ['words to words', { what: 'words' }, { what: 'words', words: 'A filter.' }, true],
  ['words to a choice', choice, { what: 'words', words: 'A filter.' }, false],
])('%s is a valid answer or not as expected', (_, asks, given, expected) => {
  expect(isAnswerTo({ asks }, given)).toBe(expected);
});

test.each([
  { what: 'umux-lite', capabilities: 0, ease: 4 },
  { what: 'umux-lite', capabilities: 8, ease: 4 },
  { what: 'umux-lite', capabilities: 3.5, ease: 4 },
  { what: 'umux-lite', capabilities: 3 },
  { what: 'words', words: '' },
  { what: 'words', words: 'x', name: 'Somebody' },
])('%j is rejected as an answer', (given) => {
  expect(answer.safeParse(given).success).toBe(false);
});
