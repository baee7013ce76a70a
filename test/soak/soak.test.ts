import { expect, test } from 'vitest';
import { faultTable } from './fault-table.ts';
import { ways } from './faulty-proxy.ts';
import { inMarkdown, writeBlock } from './reliability-tables.ts';
import { soak } from './soak.ts';

test('a small soak: six installs through a proxy that fails two requests in five', { timeout: 120_000 }, async () => {
  const result = await soak({ installs: 6, entries: 100, share: 0.4, seed: 7 });
  expect(result.erased).toBeGreaterThan(0);
  expect(result).toMatchObject({
    recorded: 600 - result.erased,
    lost: 0,
    feedbackLost: 0,
    twice: 0,
    disordered: 0,
    unsettled: 0,
  });
  expect(result.feedbackRecorded).toBeGreaterThan(20);
  expect(result.workerStops).toBeGreaterThan(0);
  const { passed, 'never answered': _, '401': __, ...failed } = result.requests;
  expect(passed).toBeGreaterThan(0);
  expect(Object.values(failed).every((times) => times > 0)).toBe(true);
});

test('an hour of every fault before a real hub: nothing lost, nothing counted twice', { timeout: 120_000 }, async () => {
  const rows = await faultTable();
  expect(rows.map(({ fault }) => fault)).toEqual(ways);
  for (const row of rows) {
    expect(row).toMatchObject({ lost: 0, feedbackLost: 0, twice: 0 });
    expect(row.failed).toBeGreaterThan(5);
    expect(row.minutes).toBeLessThanOrEqual(16);
  }
  const measured = rows.map(({ fault, recorded: entries, lost, twice }) => ({ fault, entries, lost, twice }));
  const { before, now } = writeBlock('hours of outage', inMarkdown(measured));
  expect(now).toBe(before);
});
