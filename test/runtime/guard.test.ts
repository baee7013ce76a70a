import { expect, test } from 'vitest';
import { guard } from '../../src/runtime/guard.ts';

function reporting() {
  const faults: unknown[] = [];
  return { faults, safe: guard((fault) => faults.push(fault)) };
}

test('what works passes through, with its arguments and its result', async () => {
  const { faults, safe } = reporting();
  expect(safe((a: number, b: number) => a + b)(2, 3)).toBe(5);
  expect(await safe(async (name: string) => `hello ${name}`)('Ada')).toBe('hello Ada');
  expect(faults).toEqual([]);
});

test('a throw and a rejection become nothing and are reported', async () => {
  const { faults, safe } = reporting();
  const thrown = new Error('thrown');
  const rejected = new Error('rejected');
  expect(
    safe(() => {
      throw thrown;
    })(),
  ).toBeUndefined();
  expect(await safe(() => Promise.reject(rejected))()).toBeUndefined();
  expect(faults).toEqual([thrown, rejected]);
});

test('the same fault is told once, however often it comes back; another one is told too', () => {
  const { faults, safe } = reporting();
  const broken = safe((why: string) => {
    throw why;
  });
  for (let time = 0; time < 1000; time++) broken('gone');
  broken('other');
  expect(faults).toEqual(['gone', 'other']);
});

test('a flood of different faults stops being told', () => {
  const { faults, safe } = reporting();
  const broken = safe((n: number) => {
    throw `fault ${n}`;
  });
  for (let n = 0; n < 1000; n++) broken(n);
  expect(faults).toHaveLength(50);
});

test('the end of a lifetime is not a fault', async () => {
  const { faults, safe } = reporting();
  const ended = AbortSignal.abort();
  safe(() => ended.throwIfAborted())();
  await safe(async () => ended.throwIfAborted())();
  expect(faults).toEqual([]);
});

test('a report that itself fails reaches nobody', () => {
  const safe = guard(() => {
    throw new Error('the report is broken');
  });
  expect(
    safe(() => {
      throw new Error('so are we');
    })(),
  ).toBeUndefined();
});
