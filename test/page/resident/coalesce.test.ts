import { expect, test } from 'vitest';
import { coalesce } from '../../../src/page/resident/coalesce.ts';

function slow() {
  const ends: (() => void)[] = [];
  const run = coalesce(() => new Promise<void>((resolve) => ends.push(resolve)));
  return { run, ends };
}

test('however often it is called while it runs, it runs once more, and never twice at a time', async () => {
  const { run, ends } = slow();
  const done = run();
  void run();
  void run();
  expect(ends).toHaveLength(1);
  ends[0]!();
  await Promise.resolve();
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  ends[1]!();
  await done;
  expect(ends).toHaveLength(2);
});

test('after it has ended it runs again when called', async () => {
  const { run, ends } = slow();
  const first = run();
  ends[0]!();
  await first;
  void run();
  expect(ends).toHaveLength(2);
});

test('a run that fails does not keep it from running again', async () => {
  let runs = 0;
  const run = coalesce(async () => {
    runs += 1;
    if (runs === 1) throw new Error('The worker is gone.');
  });
  await expect(run()).rejects.toThrow('The worker is gone.');
  await run();
  expect(runs).toBe(2);
});
