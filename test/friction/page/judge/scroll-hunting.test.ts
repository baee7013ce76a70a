import { expect, test } from 'vitest';
import type { Fact } from '../../../../src/friction/facts.ts';
import { scrollHunting } from '../../../../src/friction/page/judge/scroll-hunting.ts';
import { findingsOf } from '../../judge-story.ts';

const scrolled = (tops: number[], step: number): Fact[] => tops.map((top, n) => ({ is: 'scrolled', at: n * step, box: 1, top }));
const upAndDown = (reach: number, times: number) => Array.from({ length: times + 2 }, (_, n) => (n % 2) * reach);
test.each<[string, Fact[], number]>([
  ['six reversals of half a viewport', scrolled(upAndDown(0.5, 6), 1000), 1],
  ['five reversals', scrolled(upAndDown(0.5, 5), 1000), 0],
  ['twelve reversals: found once', scrolled(upAndDown(0.5, 12), 1000), 1],
  ['reversals of less than half a viewport', scrolled(upAndDown(0.45, 12), 500), 0],
  ['reversals in more than 10 s', scrolled(upAndDown(1, 8), 2500), 0],
  ['in one direction', scrolled([0, 1, 2, 3, 4, 5, 6, 7, 8], 500), 0],
  [
    'in small steps each way',
    scrolled([0, 0.2, 0.4, 0.6, 0.4, 0.2, 0, 0.2, 0.4, 0.6, 0.4, 0.2, 0, 0.3, 0.6, 0.3, 0, 0.3, 0.6], 500),
    1,
  ],
])('scrolling to and fro: %s', (_, story, count) => {
  expect(findingsOf(scrollHunting, story).length).toBe(count);
});
