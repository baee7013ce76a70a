import { expect, test } from 'vitest';
import { withholdName } from '../../../src/friction/page/withhold-name.ts';

test.each([
  ['Save', true],
  ['Save and close', true],
  ['Create New Order', true],
  ['Export CSV', true],
  ['Mark as done', true],
  ['Delete Anna Meier', false],
  ['Delete Anna', false],
  ['Chloé Søren Kaya', false],
  ["O'Neill, Ines", false],
  ['message from Okafor', false],
  ['EMP-204417', false],
])('the name "%s" is reported: %s', (name, isReported) => {
  expect(withholdName({ role: 'button', name })).toEqual(
    isReported ? { role: 'button', name } : { role: 'button', masked: true },
  );
});

test('a control without a name, or with a masked one, is unchanged', () => {
  expect(withholdName({ role: 'button' })).toEqual({ role: 'button' });
  expect(withholdName({ role: 'cell', masked: true })).toEqual({ role: 'cell', masked: true });
});
