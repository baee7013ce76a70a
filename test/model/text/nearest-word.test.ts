import { expect, test } from 'vitest';
import { nearestWord } from '../../../src/model/text/nearest-word.ts';

const known = ['apps', 'hub', 'packs', 'keys', 'audience', 'switches', 'retention'];

test.each([
  ['kyes', 'keys'],
  ['key', 'keys'],
  ['pakcs', 'packs'],
  ['Switches', 'switches'],
  ['switchs', 'switches'],
  ['retentoin', 'retention'],
  ['audiance', 'audience'],
  ['app', 'apps'],
])('the nearest word to %s is %s', (written, meant) => {
  expect(nearestWord(written, known)).toBe(meant);
});

test.each(['x', '', 'token', 'colour', 'retry', 'a'.repeat(100_000), '__proto__'])('%.20s has no nearest word', (written) => {
  expect(nearestWord(written, known)).toBeUndefined();
});
