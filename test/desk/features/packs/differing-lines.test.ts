import { expect, test } from 'vitest';
import { differingLines } from '../../../../src/desk/features/packs/differing-lines.ts';

test.each([
  ['one value', '{"a":1,"b":2,"c":3}', '{\n "a": 1, "b": 5, "c": 3}', { saved: '  "b": 2,', mine: '  "b": 5,' }],
  ['spaces alone', '{"a":1}', '{\n  "a": 1\n}', { saved: '', mine: '' }],
  ['a line that one side has twice', '[1,1]', '[1,1,1]', { saved: '', mine: '  1,' }],
  ['text that is no JSON', 'a\nb\nc', 'a\nx\nc', { saved: 'b', mine: 'x' }],
  ['everything', 'a', 'b', { saved: 'a', mine: 'b' }],
])('of two texts that differ in %s, only that is told', (_, saved, mine, lines) => {
  expect(differingLines(saved, mine)).toEqual(lines);
});
