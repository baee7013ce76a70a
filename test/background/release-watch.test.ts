import { beforeEach, expect, test } from 'vitest';
import { createReleaseWatch, LONGEST_MINUTES } from '../../src/background/release-watch.ts';
import { handClock } from '../runtime/hand-clock.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const MINUTE = 60_000;

function aDevice() {
  const clock = handClock();
  const { items } = memoryStorage();
  const alarms = new Map<string, { when?: number; delayInMinutes?: number; periodInMinutes?: number }>();
  const log: string[] = [];
  const facts = { hasReleases: true, isPageOpen: true, end: undefined as number | undefined, random: 0.5 };
  const watch = createReleaseWatch({
    shelf: { hasReleases: async () => facts.hasReleases, nextEnd: async () => facts.end },
    alarms: {
      get: async (name) => alarms.get(name),
      create: (name, at) => void alarms.set(name, at),
      clear: async (name) => alarms.delete(name),
    },
    clock,
    random: () => facts.random,
    checkedAt: items.releasesCheckedAt,
    isPageOpen: async () => facts.isPageOpen,
    checkReleases: async () => void log.push('check'),
    notifyTabs: async () => void log.push('notify'),
  });
  return { clock, alarms, log, facts, watch };
}
let device: ReturnType<typeof aDevice>;
beforeEach(() => {
  device = aDevice();
});

test('a device asks less than five minutes after it asked last, and not all devices at the same time', async () => {
  const delays: number[] = [];
  for (const random of [0, 0.5, 0.999]) {
    device = aDevice();
    device.facts.random = random;
    await device.watch.schedule();
    const { delayInMinutes = 0, periodInMinutes = 0 } = device.alarms.get('cairn-releases') ?? {};
    delays.push(delayInMinutes);
    expect(periodInMinutes).toBeLessThan(5);
  }
  expect(Math.max(...delays)).toBeLessThan(5);
  expect(Math.min(...delays)).toBeGreaterThan(3);
  expect(new Set(delays).size).toBe(3);
});

test('each alarm asks, and draws the time of the next one anew', async () => {
  const { watch, alarms, log, facts } = device;
  await watch.schedule();
  const before = alarms.get('cairn-releases');
  facts.random = 0.1;
  await watch.onAlarm('cairn-releases');
  expect(log).toEqual(['check']);
  expect(alarms.get('cairn-releases')).not.toEqual(before);
});

test('the alarm of a worker that starts again is left as it is', async () => {
  const { watch, alarms, facts } = device;
  await watch.schedule();
  const before = alarms.get('cairn-releases');
  facts.random = 0.1;
  await watch.schedule();
  expect(alarms.get('cairn-releases')).toBe(before);
});

test('a device that no source gives release documents has no alarm and asks nothing', async () => {
  const { watch, alarms, log, facts } = device;
  await watch.schedule();
  facts.hasReleases = false;
  await watch.schedule();
  await watch.onPage();
  expect([[...alarms], log]).toEqual([[], []]);
});

test('nothing is asked while no page of an app is open; the first that opens asks, and the next one soon after does not', async () => {
  const { watch, log, facts, clock } = device;
  await watch.noteRefresh();
  facts.isPageOpen = false;
  for (let minutes = 0; minutes < 60; minutes += LONGEST_MINUTES) {
    clock.advance(LONGEST_MINUTES * MINUTE);
    await watch.onAlarm('cairn-releases');
  }
  expect(log).toEqual([]);
  await watch.onPage();
  await watch.onPage();
  expect(log).toEqual(['check']);
});

test('a page that opens right after an alarm at which none was open asks, although it was asked not long ago', async () => {
  const { watch, log, facts, clock } = device;
  await watch.noteRefresh();
  clock.advance(3.6 * MINUTE);
  facts.isPageOpen = false;
  await watch.onAlarm('cairn-releases');
  clock.advance(0.1 * MINUTE);
  await watch.onPage();
  expect(log).toEqual(['check']);
});

test('whenever pages open and close, an open page is never further than the longest interval from the last check', async () => {
  const { watch, alarms, log, facts, clock } = device;
  await watch.schedule();
  await watch.noteRefresh();
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const ringsIn = () => alarms.get('cairn-releases')!.delayInMinutes! * MINUTE;
  let [lastCheck, ringsAt] = [clock.now(), clock.now() + ringsIn()];
  facts.isPageOpen = false;
  for (let step = 0; step < 5000; step += 1) {
    clock.advance(random() * 0.7 * MINUTE);
    facts.random = random();
    if (clock.now() >= ringsAt) {
      await watch.onAlarm('cairn-releases');
      ringsAt = clock.now() + ringsIn();
    }
    if (random() < 0.2) {
      facts.isPageOpen = !facts.isPageOpen;
      if (facts.isPageOpen) await watch.onPage();
    }
    if (log.splice(0).length > 0) lastCheck = clock.now();
    // An alarm of this test comes up to one step late.
    if (facts.isPageOpen) expect(clock.now() - lastCheck).toBeLessThanOrEqual((LONGEST_MINUTES + 0.7) * MINUTE);
  }
});

test('a page that opens soon after a refresh asks nothing', async () => {
  const { watch, log, clock } = device;
  await watch.noteRefresh();
  clock.advance(LONGEST_MINUTES * MINUTE - 1);
  await watch.onPage();
  expect(log).toEqual([]);
  clock.advance(1);
  await watch.onPage();
  expect(log).toEqual(['check']);
});

test('a clock that was set back does not put the check off', async () => {
  const { watch, log, clock } = device;
  clock.advance(30 * MINUTE);
  await watch.noteRefresh();
  clock.advance(-30 * MINUTE);
  await watch.onPage();
  expect(log).toEqual(['check']);
});

test('pages are notified at the end of a pack, and the next end has its alarm', async () => {
  const { watch, alarms, log, facts, clock } = device;
  facts.end = clock.now() + 10 * MINUTE;
  await watch.schedule();
  expect(alarms.get('cairn-pack-end')).toEqual({ when: facts.end });
  facts.end += 20 * MINUTE;
  await watch.onAlarm('cairn-pack-end');
  expect(log).toEqual(['notify']);
  expect(alarms.get('cairn-pack-end')).toEqual({ when: facts.end });
  facts.end = undefined;
  await watch.onAlarm('cairn-pack-end');
  expect(alarms.has('cairn-pack-end')).toBe(false);
});

test('an end that is further away than timers of browsers count is looked at every day', async () => {
  const { watch, alarms, facts, clock } = device;
  facts.end = clock.now() + 400 * 24 * 60 * MINUTE;
  await watch.schedule();
  expect(alarms.get('cairn-pack-end')).toEqual({ when: clock.now() + 24 * 60 * MINUTE });
});

test('alarms of others are left alone', async () => {
  await device.watch.onAlarm('cairn-pause');
  expect([device.log, [...device.alarms]]).toEqual([[], []]);
});
