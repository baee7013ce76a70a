import { expect, test } from 'vitest';
import { totalText } from '../../../../src/desk/features/backlog/total-text.ts';

test('a total is exact up to a thousand, and said to be more beyond', () => {
  expect([0, 1, 1000, 1001].map(totalText)).toEqual(['0', '1', '1000', 'more than 1000']);
});
