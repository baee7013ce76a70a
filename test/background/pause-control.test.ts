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
  return { clock, alarms, told: changedAt, worker, items };
}

test('nobody has paused anything', async () => {
  const { worker, alarms } = device();
  expect(await worker().current()).toBeUndefined();
  await worker().resume();
  expect(alarms.size).toBe(0);
});

test('an hour: in force for every worker until it is over, which an alarm tells the tabs', async () => {
  const { clock, worker, alarms, told } = device();
  await worker().begin('hour');
  expect(told).toHaveLength(1);
  const end = clock.now() + HOUR;
  expect(await worker().current()).toEqual({ until: end });
  expect(alarms.get('cairn-pause')).toBe(end);
  clock.advance(HOUR - 1);
  expect(await worker().current()).toBeDefined();
  clock.advance(1);
  await worker().onAlarm('cairn-pause');
  expect(await worker().current()).toBeUndefined();
  expect(told).toHaveLength(2);
});

test('until asked: no alarm, no end, until the person ends it', async () => {
  const { clock, worker, alarms, told } = device();
  await worker().begin('hour');
  await worker().begin('until asked');
  expect(alarms.size).toBe(0);
  clock.advance(400 * 24 * HOUR);
  await worker().resume();
  expect(await worker().current()).toEqual({ until: 'asked' });
  await worker().end();
  expect(await worker().current()).toBeUndefined();
  expect(told).toHaveLength(3);
});

test('a browser that was closed in between forgets the alarm: it is set again, or the pause that is over ends', async () => {
  const { clock, worker, alarms, told } = device();
  await worker().begin('hour');
  alarms.clear();
  clock.advance(HOUR / 2);
  await worker().resume();
  expect(alarms.get('cairn-pause')).toBe(clock.now() + HOUR / 2);
  alarms.clear();
  clock.advance(HOUR);
  await worker().resume();
  expect(told).toHaveLength(2);
  expect(await worker().current()).toBeUndefined();
});

test('an alarm that comes late for a pause that was made longer ends nothing; alarms of others are left alone', async () => {
  const { clock, worker, told } = device();
  await worker().begin('hour');
  clock.advance(HOUR / 2);
  await worker().begin('hour');
  clock.advance(HOUR / 2);
  await worker().onAlarm('cairn-pause');
  expect(await worker().current()).toBeDefined();
  clock.advance(HOUR);
  await worker().onAlarm('cairn-packs');
  expect(told).toHaveLength(2);
});

test('storage that cannot be read is no leave to record', async () => {
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
