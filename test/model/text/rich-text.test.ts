import { expect, test } from 'vitest';
import { type RichText, restatesTitle } from '../../../src/model/text/rich-text.ts';

const instruction: RichText = [{ p: ['Choose ', { strong: ['Save'] }, '.'] }];
const japanese: RichText = [{ p: [{ strong: ['保存'] }, 'を選びます。'] }];

test.each<[RichText, string, boolean]>([
  [instruction, 'Choose Save', true],
  [japanese, '保存を選びます', true],
  [instruction, 'Save', false],
  [[...instruction, { p: ['It takes a minute.'] }], 'Choose Save', false],
  [[], 'Choose Save', false],
])('%j restates “%s”: %s', (rich, title, restates) => {
  expect(restatesTitle(rich, title)).toBe(restates);
});
