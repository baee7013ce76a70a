import { beforeEach, expect, test } from 'vitest';
import { type PolicyReading, watchPolicy } from '../../src/policy/watch-policy.ts';
import { aPolicy } from './a-policy.ts';

type Listener = (changes: Record<string, unknown>, area: string) => void;

/** A browser whose answer to `storage.managed.get` is held back until the test gives it. */
function aBrowser() {
  const waiting: PromiseWithResolvers<Record<string, unknown>>[] = [];
  const listeners = new Set<Listener>();
  return {
    listeners,
    managed: {
      get: () => {
        const asked = Promise.withResolvers<Record<string, unknown>>();
        waiting.push(asked);
        return asked.promise;
      },
    },
    changed: {
      addListener: (one: Listener) => void listeners.add(one),
      removeListener: (one: Listener) => void listeners.delete(one),
    },
    answer: async (raw: Record<string, unknown>, nth = 0) => {
      waiting.splice(nth, 1)[0]!.resolve(raw);
      await settled();
    },
    fail: async (message: string) => {
      waiting.shift()!.reject(new Error(message));
      await settled();
    },
    change: (area = 'managed') => {
      for (const one of listeners) one({}, area);
    },
    asked: () => waiting.length,
  };
}
const settled = () => new Promise((done) => setTimeout(done, 0));

let browser: ReturnType<typeof aBrowser>;
let cached: unknown;
let readings: PolicyReading[];
let life: AbortController;
let later: (() => void)[];
async function setCached(raw: unknown): Promise<void> {
  cached = raw;
}
const cache = { get: async () => cached, set: setCached };
const watch = () =>
  watchPolicy({
    managed: browser.managed,
    changed: browser.changed,
    cache,
    lifetime: life.signal,
    onPolicy: (reading) => readings.push(reading),
    clock: {
      now: () => 0,
      after(_ms, act) {
        later.push(act);
        return () => undefined;
      },
    },
  });
const days = () => readings.map(({ policy }) => policy.retention.days);

beforeEach(() => {
  browser = aBrowser();
  later = [];
  cached = undefined;
  readings = [];
  life = new AbortController();
});

test('the cached policy applies at once, and the managed one when it arrives', async () => {
  cached = { retention: { days: 5 } };
  const { current } = watch();
  expect((await current()).policy.retention.days).toBe(5);
  await browser.answer({ retention: { days: 6 } });
  expect(days()).toEqual([5, 6]);
  expect((await current()).policy.retention.days).toBe(6);
  expect(cached).toEqual({ retention: { days: 6 } });
});

test('an unchanged policy is published once', async () => {
  cached = { retention: { days: 5 } };
  watch();
  await settled();
  await browser.answer({ retention: { days: 5 } });
  expect(days()).toEqual([5]);
});

test('at the first start nothing is published until the browser answers', async () => {
  const { current } = watch();
  await settled();
  expect(readings).toEqual([]);
  const waited = current();
  await browser.answer(aPolicy);
  expect(await waited).toEqual({ policy: aPolicy, faults: [], managed: true });
});

test('a change of the managed area is published with its faults; a change of another area is not', async () => {
  watch();
  await browser.answer(aPolicy);
  browser.change('local');
  expect(browser.asked()).toBe(0);
  browser.change();
  await browser.answer({ ...aPolicy, retention: { days: 400 } });
  expect(readings.at(-1)).toMatchObject({ policy: { retention: { days: 30 } }, faults: [{ path: 'retention.days' }] });
});

test('of two answers in the wrong order the one to the later request counts', async () => {
  watch();
  browser.change();
  await browser.answer({ retention: { days: 2 } }, 1);
  await browser.answer({ retention: { days: 1 } });
  expect(days()).toEqual([2]);
});

test('a cached policy that arrives after the managed one is ignored', async () => {
  const slow = Promise.withResolvers<unknown>();
  watchPolicy({
    managed: browser.managed,
    changed: browser.changed,
    cache: { ...cache, get: () => slow.promise },
    lifetime: life.signal,
    onPolicy: (reading) => readings.push(reading),
  });
  await browser.answer({ retention: { days: 6 } });
  slow.resolve({ retention: { days: 5 } });
  await settled();
  expect(days()).toEqual([6]);
});

test.each([
  ['Chromium, where nothing is set', () => browser.answer({})],
  ['Firefox, where nothing is set', () => browser.fail('Managed storage manifest not found')],
])('an empty answer (%s) removes the policy without a fault once it was given twice', async (_name, answer) => {
  cached = aPolicy;
  watch();
  await answer();
  expect(readings.at(-1)).toMatchObject({ policy: aPolicy });
  later.shift()!();
  await answer();
  expect(readings.at(-1)).toMatchObject({ policy: { apps: [] }, faults: [], managed: false });
  expect(cached).toEqual({});
});

test('any other error of the browser keeps the last policy in force and is a fault', async () => {
  cached = aPolicy;
  watch();
  await browser.fail('IO error');
  expect(readings.at(-1)).toMatchObject({
    policy: aPolicy,
    managed: true,
    faults: [{ path: '', reason: expect.stringContaining('IO error') }],
  });
  expect(cached).toEqual(aPolicy);
});

test('a policy applies although the cache cannot be read or written', async () => {
  const broken = { get: () => Promise.reject(new Error('gone')), set: () => Promise.reject(new Error('full')) };
  watchPolicy({
    managed: browser.managed,
    changed: browser.changed,
    cache: broken,
    lifetime: life.signal,
    onPolicy: (reading) => readings.push(reading),
  });
  await browser.answer({ retention: { days: 6 } });
  expect(days()).toEqual([6]);
});

test('a cached value that is no policy is judged like any other', async () => {
  cached = 'nonsense';
  const { current } = watch();
  expect(await current()).toMatchObject({ policy: { apps: [] }, faults: [{ path: '' }] });
});

test('after the lifetime no listener is left and nothing is published', async () => {
  watch();
  expect(browser.listeners.size).toBe(1);
  life.abort();
  expect(browser.listeners.size).toBe(0);
  await browser.answer(aPolicy);
  expect(readings).toEqual([]);
});
