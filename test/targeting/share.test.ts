import { expect, test } from 'vitest';
import { sharePosition } from '../../src/targeting/share.ts';

test('the position of an install for a guide is always the same', () => {
  expect(sharePosition('f3b1', 'basics/search')).toBe(sharePosition('f3b1', 'basics/search'));
  // A change of these would give every campaign in the field to other people.
  expect([sharePosition('f3b1', 'basics/search'), sharePosition('a', 'basics/save')].map((at) => at.toFixed(3))).toEqual([
    '51.845',
    '80.813',
  ]);
});

test('positions are uniform over installs: each tenth holds its share within a quarter', () => {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let n = 0; n < 5000; n++) tenths[Math.floor(sharePosition(crypto.randomUUID(), 'basics/search') / 10)]! += 1;
  for (const count of tenths) {
    expect(count).toBeGreaterThan(375);
    expect(count).toBeLessThan(625);
  }
});
