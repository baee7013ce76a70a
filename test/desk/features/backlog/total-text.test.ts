import { expect, test } from 'vitest';
import { shownText, totalText } from '../../../../src/desk/features/backlog/total-text.ts';

test('a total is exact up to a thousand, and said to be more beyond', () => {
  expect([0, 1, 1000, 1001].map(totalText)).toEqual(['0', '1', '1000', 'more than 1000']);
});

test.each([
  [0, 0, false, ''],
  [1, 1, false, '1 item'],
  [50, 70, true, '50 of 70 shown'],
  [50, 1001, true, '50 of more than 1000 shown'],
  [1050, 1001, true, '1050 shown, and there are more'],
  [1200, 1001, false, '1200 items'],
])('with %i shown of a total of %i, and more at the hub: %s, the list says “%s”', (shown, total, hasMore, text) => {
  expect(shownText({ shown, total, hasMore })).toBe(text);
});
