import { expect, test } from 'vitest';
import { createWorkBudget } from '../../src/runtime/work-budget.ts';

/** Works whenever it may, in pieces of `pieceMs`, for a minute; answers the most that fell into any ten seconds. */
function mostInTenSeconds(pieceMs: number): number {
  let time = 0;
  const budget = createWorkBudget({ now: () => time });
  const pieces: number[] = [];
  while (time < 60_000) {
    const waitMs = budget.waitMs();
    time += waitMs;
    if (waitMs > 0) continue;
    budget.charge(pieceMs);
    pieces.push(time);
    time += pieceMs;
  }
  return Math.max(...pieces.map((from) => pieces.filter((at) => at >= from && at < from + 10_000).length * pieceMs));
}

test.each([0.1, 1, 4, 8])('work in pieces of %d ms takes less than a hundredth of any ten seconds', (pieceMs) => {
  expect(mostInTenSeconds(pieceMs)).toBeLessThanOrEqual(100);
});

test('a long piece of work is followed by a rest of seconds, not of minutes', () => {
  let time = 0;
  const budget = createWorkBudget({ now: () => time });
  budget.charge(5000);
  expect(budget.waitMs()).toBeGreaterThan(1000);
  expect(budget.waitMs()).toBeLessThan(10_000);
  time += budget.waitMs();
  expect(budget.waitMs()).toBe(0);
});

test('work that may owe more is made up for by a longer rest', () => {
  let time = 0;
  const budget = createWorkBudget({ now: () => time, maxDebtMs: 160 });
  budget.charge(140);
  const restMs = budget.waitMs();
  // 100 ms are owed, and 4 are saved before the next work.
  expect(restMs).toBe(104 / 0.005);
  time += restMs;
  expect(budget.waitMs()).toBe(0);
});
