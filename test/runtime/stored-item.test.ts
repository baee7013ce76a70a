import { expect, test } from 'vitest';
import { z } from 'zod';
import { createStoredItem, type StoredItemOptions } from '../../src/runtime/stored-item.ts';
import { memoryArea } from '../background/storage/memory-storage.ts';

interface Counts {
  [name: string]: number;
}

function item(values: Record<string, unknown> = {}, more: Partial<StoredItemOptions<Counts>> = {}) {
  const invalid: string[] = [];
  const area = memoryArea(values);
  const stored = createStoredItem<Counts>({
    area,
    key: 'counts',
    version: 2,
    schema: z.record(z.string(), z.number()),
    initial: {},
    onInvalid: (key) => invalid.push(key),
    ...more,
  });
  return { ...stored, area, invalid };
}

test('the default applies where nothing is stored, and is not reported', async () => {
  const { get, invalid } = item({}, { initial: { a: 1 } });
  expect(await get()).toEqual({ a: 1 });
  expect(invalid).toEqual([]);
});

test('whoever changes the default they got changes nobody else’s', async () => {
  const { get } = item();
  (await get()).a = 1;
  expect(await get()).toEqual({});
});

test('a value is stored with its version, under its key alone', async () => {
  const { set, area } = item();
  await set({ a: 1 });
  expect(area.values).toEqual({ counts: { version: 2, value: { a: 1 } } });
});

test.each<[string, unknown]>([
  ['has another type', { version: 2, value: 'text' }],
  ['has a field of another type', { version: 2, value: { a: 'one' } }],
  ['has no version', { a: 1 }],
  ['is text', 'text'],
  ['is null', null],
  ['is of an older version that nothing upgrades', { version: 1, value: { a: 1 } }],
  ['is of a newer version', { version: 3, value: { a: 1 } }],
])('the default applies, and is reported, where the stored value %s', async (_, stored) => {
  const { get, invalid } = item({ counts: stored }, { initial: { none: 0 } });
  expect(await get()).toEqual({ none: 0 });
  expect(invalid).toEqual(['counts']);
});

test('an item can have another value for what is invalid than for what is not there', async () => {
  const { get } = item({ counts: 'text' }, { fallback: { unknown: 1 } });
  expect(await get()).toEqual({ unknown: 1 });
});

test('an older value is upgraded, and then parsed', async () => {
  const upgrade = (value: unknown, version: number) => ({ [`from ${version}`]: value });
  expect(await item({ counts: { version: 1, value: 7 } }, { upgrade }).get()).toEqual({ 'from 1': 7 });
  const { get, invalid } = item({ counts: { version: 1, value: 'x' } }, { upgrade });
  expect(await get()).toEqual({});
  expect(invalid).toEqual(['counts']);
});

test('of updates that run at once none is lost', async () => {
  const { update, get } = item();
  const add = (name: string) => update((counts) => ({ ...counts, [name]: 1 }));
  await Promise.all([add('a'), add('b'), add('c')]);
  expect(await get()).toEqual({ a: 1, b: 1, c: 1 });
});

test('an update waits for its change, and others wait for it', async () => {
  const { update, set, reset, get } = item();
  const slow = update(async (counts) => {
    await new Promise((done) => setTimeout(done, 5));
    return { ...counts, slow: 1 };
  });
  const [first, , second] = await Promise.all([slow, set({ set: 1 }), update((counts) => ({ ...counts, after: 1 }))]);
  expect(first).toEqual({ slow: 1 });
  expect(second).toEqual({ set: 1, after: 1 });
  await Promise.all([update((counts) => counts), reset()]);
  expect(await get()).toEqual({});
});

test('an update that fails writes nothing, and does not stop the next', async () => {
  const { update, get } = item();
  await expect(update(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await update((counts) => ({ ...counts, next: 1 }));
  expect(await get()).toEqual({ next: 1 });
});

test('an area that cannot be read makes reading reject: that is not the same as nothing stored', async () => {
  const { get, area } = item();
  area.get = () => Promise.reject(new Error('corrupt'));
  await expect(get()).rejects.toThrow('corrupt');
});
