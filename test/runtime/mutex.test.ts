import { describe, expect, test } from 'vitest';
import { createMutex } from '../../src/runtime/mutex.ts';

describe('mutex', () => {
  test('runs tasks one at a time, in the order of the calls', async () => {
    const mutex = createMutex();
    const log: string[] = [];
    const task = (name: string, turns: number) => async () => {
      log.push(`${name} begins`);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      log.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all([mutex.runExclusive(task('a', 5)), mutex.runExclusive(task('b', 1))]);
    expect(results).toEqual(['a', 'b']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  test('a task that fails rejects for its caller and does not stop the next', async () => {
    const mutex = createMutex();
    const failing = mutex.runExclusive(() => Promise.reject(new Error('broken')));
    const next = mutex.runExclusive(async () => 'ran');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('ran');
  });
});
