import { expect, test } from 'vitest';
import { createFairQueue } from '../../../src/hub/http/fair-queue.ts';

/** Tasks that end when the test says so. */
function controlled() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () =>
    new Promise<string>((resolve) => {
      started.push(name);
      ends.set(name, () => resolve(name));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { started, task, end };
}

test('of one key one task runs at a time, and a key that came later is not behind all tasks of another', async () => {
  const { started, task, end } = controlled();
  const queue = createFairQueue({ running: 1, perKey: 3, waiting: 10 });
  const all = ['a1', 'a2', 'a3', 'b1', 'c1'].map((name) => queue.run(name[0] ?? '', task(name)));
  await end('');
  expect(started).toEqual(['a1']);
  for (const name of ['a1', 'b1', 'c1', 'a2', 'a3']) await end(name);
  expect(started).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1'].map((value) => ({ ok: true, value })));
});

test('with several places, two keys run at once and one key does not', async () => {
  const { started, task, end } = controlled();
  const queue = createFairQueue({ running: 2, perKey: 3, waiting: 10 });
  void queue.run('a', task('a1'));
  void queue.run('a', task('a2'));
  void queue.run('b', task('b1'));
  await end('');
  expect(started).toEqual(['a1', 'b1']);
  await end('a1');
  expect(started).toEqual(['a1', 'b1', 'a2']);
});

test('a key that has too many tasks, and a queue that is full, are refused at once', async () => {
  const { task, end } = controlled();
  const queue = createFairQueue({ running: 1, perKey: 2, waiting: 2 });
  void queue.run('a', task('a1'));
  void queue.run('a', task('a2'));
  expect(await queue.run('a', task('a3'))).toEqual({ ok: false, why: 'key is busy' });
  void queue.run('b', task('b1'));
  expect(await queue.run('c', task('c1'))).toEqual({ ok: false, why: 'queue is full' });
  for (const name of ['a1', 'b1', 'a2']) await end(name);
  const next = queue.run('c', async () => 'c2');
  expect(await next).toEqual({ ok: true, value: 'c2' });
});

test('a task that fails gives its place back', async () => {
  const queue = createFairQueue({ running: 1, perKey: 1, waiting: 1 });
  await expect(queue.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await queue.run('a', async () => 1)).toEqual({ ok: true, value: 1 });
});
