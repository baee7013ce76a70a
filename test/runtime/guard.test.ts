import { describe, expect, test } from 'vitest';
import { createGuard } from '../../src/runtime/guard.ts';

function reporting() {
  const errors: unknown[] = [];
  return { errors, guard: createGuard({ report: (error) => errors.push(error) }) };
}

describe('guard', () => {
  test('a callback that works keeps its arguments and its result', async () => {
    const { errors, guard } = reporting();
    expect(guard.wrap((a: number, b: number) => a + b)(2, 3)).toBe(5);
    expect(await guard.wrap(async (name: string) => `hello ${name}`)('Ada')).toBe('hello Ada');
    expect(errors).toEqual([]);
  });

  test('a callback that throws or rejects returns undefined, and its error is reported', async () => {
    const { errors, guard } = reporting();
    const thrown = new Error('thrown');
    const rejected = new Error('rejected');
    expect(
      guard.wrap(() => {
        throw thrown;
      })(),
    ).toBeUndefined();
    expect(await guard.wrap(() => Promise.reject(rejected))()).toBeUndefined();
    expect(errors).toEqual([thrown, rejected]);
  });

  test('an error that recurs is reported once; a different error is reported too', () => {
    const { errors, guard } = reporting();
    const broken = guard.wrap((why: string) => {
      throw why;
    });
    for (let time = 0; time < 1000; time++) broken('gone');
    broken('other');
    expect(errors).toEqual(['gone', 'other']);
  });

  test('at most 50 different errors are reported', () => {
    const { errors, guard } = reporting();
    const broken = guard.wrap((n: number) => {
      throw `error ${n}`;
    });
    for (let n = 0; n < 1000; n++) broken(n);
    expect(errors).toHaveLength(50);
  });

  test('the end of a lifetime is not reported as an error', async () => {
    const { errors, guard } = reporting();
    const ended = AbortSignal.abort();
    guard.wrap(() => ended.throwIfAborted())();
    await guard.wrap(async () => ended.throwIfAborted())();
    expect(errors).toEqual([]);
  });

  test('a report that itself throws does not reach the caller', () => {
    const guard = createGuard({
      report: () => {
        throw new Error('the report is broken');
      },
    });
    expect(
      guard.wrap(() => {
        throw new Error('so are we');
      })(),
    ).toBeUndefined();
  });
});
