import { expect, test } from 'vitest';
import { soak } from './soak.ts';

test('a small soak: six installs through a proxy that fails two requests in five', { timeout: 120_000 }, async () => {
  const result = await soak({ installs: 6, entries: 100, share: 0.4, seed: 7 });
  expect(result).toMatchObject({ kept: 600, lost: 0, feedbackLost: 0, twice: 0, disordered: 0, unsettled: 0 });
  expect(result.feedbackKept).toBeGreaterThan(20);
  expect(result.workerStops).toBeGreaterThan(0);
  const { passed, ...failed } = result.requests;
  expect(passed).toBeGreaterThan(0);
  expect(Object.values(failed).every((times) => times > 0)).toBe(true);
});
