import { expect, test } from 'vitest';
import { createPauseControl } from '../../src/background/pause-control.ts';
import { handClock } from '../runtime/hand-clock.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const HOUR = 3_600_000;

/** What outlives a stopped worker: storage, and the alarms unless the browser was closed. */
function device() {
  const clock = handClock();
  const { items } = memoryStorage();
  const alarms = new Map<string, number>();
  const changedAt: number[] = [];
  const worker = () =>
    createPauseControl({
      item: items.pause,
      alarms: {
        create: (name, { when }) => alarms.set(name, when),
        clear: async (name) => alarms.delete(name),
      },
      clock,
      onChange: async () => void changedAt.push(clock.now()),
    });
  return { clock, alarms, changedAt, worker, items };
}

test('recording is not paused at first, and no alarm is set', async () => {
  const { worker, alarms } = device();
  expect(await worker().current()).toBeUndefined();
  await worker().resume();
  expect(alarms.size).toBe(0);
});

test('a pause of an hour applies to every worker until it ends, and an alarm has the tabs notified then', async () => {
  const { clock, worker, alarms, changedAt } = device();
  await worker().begin('hour');
  expect(changedAt).toHaveLength(1);
  const end = clock.now() + HOUR;
  expect(await worker().current()).toEqual({ until: end });
  expect(alarms.get('cairn-pause')).toBe(end);
  clock.advance(HOUR - 1);
  expect(await worker().current()).toBeDefined();
  clock.advance(1);
  await worker().onAlarm('cairn-pause');
  expect(await worker().current()).toBeUndefined();
  expect(changedAt).toHaveLength(2);
});

test('a pause without an end has no alarm and lasts until the person ends it', async () => {
  const { clock, worker, alarms, changedAt } = device();
  await worker().begin('hour');
  await worker().begin('until asked');
  expect(alarms.size).toBe(0);
  clock.advance(400 * 24 * HOUR);
  await worker().resume();
  expect(await worker().current()).toEqual({ until: 'asked' });
  await worker().end();
  expect(await worker().current()).toBeUndefined();
  expect(changedAt).toHaveLength(3);
});

test('after the browser was closed, the forgotten alarm is set again, or a pause that is over ends', async () => {
  const { clock, worker, alarms, changedAt } = device();
  await worker().begin('hour');
  alarms.clear();
  clock.advance(HOUR / 2);
  await worker().resume();
  expect(alarms.get('cairn-pause')).toBe(clock.now() + HOUR / 2);
  alarms.clear();
  clock.advance(HOUR);
  await worker().resume();
  expect(changedAt).toHaveLength(2);
  expect(await worker().current()).toBeUndefined();
});

test('a late alarm does not end a pause that was extended, and other alarms are ignored', async () => {
  const { clock, worker, changedAt } = device();
  await worker().begin('hour');
  clock.advance(HOUR / 2);
  await worker().begin('hour');
  clock.advance(HOUR / 2);
  await worker().onAlarm('cairn-pause');
  expect(await worker().current()).toBeDefined();
  clock.advance(HOUR);
  await worker().onAlarm('cairn-packs');
  expect(changedAt).toHaveLength(2);
});

test('the pause is unknown, not over, when storage cannot be read', async () => {
  const pause = createPauseControl({
    item: { ...memoryStorage().items.pause, get: () => Promise.reject(new Error('corrupt')) },
    alarms: { create: () => undefined, clear: async () => true },
    clock: handClock(),
    onChange: async () => undefined,
  });
  await expect(pause.current()).rejects.toThrow('corrupt');
});

test('a stored pause that cannot be understood counts as one without an end', async () => {
  const { worker, items } = device();
  await items.pause.set({ until: 'tomorrow' } as never);
  expect(await worker().current()).toEqual({ until: 'asked' });
});

test('a pause that begins while the worker ends one that is over is not lost', async () => {
  const { clock, worker } = device();
  const pause = worker();
  await pause.begin('hour');
  clock.advance(HOUR);
  await Promise.all([pause.onAlarm('cairn-pause'), pause.begin('hour')]);
  expect(await pause.current()).toEqual({ until: clock.now() + HOUR });
});
