import { expect, test } from 'vitest';
import { positionText } from '../../../src/desk/kit/position-text.ts';

test.each([
  [{ nth: 3, of: 5, within: { role: 'form', name: 'Address' } }, 'third button of the form Address'],
  [{ nth: 1, within: { role: 'contentinfo' } }, 'first button of the page footer'],
  [{ nth: 22 }, '22nd button'],
  [{ nth: 113 }, '113th button'],
])('a position is put in words', (position, expected) => {
  const { text, partName } = positionText('button', position);
  expect([text, partName].filter(Boolean).join(' ')).toBe(expected);
});
