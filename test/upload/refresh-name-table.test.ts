import { beforeEach, expect, test } from 'vitest';
import { MAX_TABLE_NAMES } from '../../src/model/hub-api/name-table.ts';
import { refreshNameTable, type StoredNameTable } from '../../src/upload/refresh-name-table.ts';
import { memoryStorage } from '../background/storage/memory-storage.ts';
import { memoryKv } from '../ledger/fresh-ledger.ts';
import { handClock } from '../runtime/hand-clock.ts';

const hub = { url: 'https://hub.example.com', token: 'token-of-the-policy' };
const fingerprint = 'AAAAAAAAAAAAAAAAAAAAAA';
const HALF_DAY_MS = 12 * 60 * 60_000;

let clock: ReturnType<typeof handClock>;
let kv: ReturnType<typeof memoryKv>;
let stored: ReturnType<typeof memoryStorage>['items']['nameTable'];
let held: StoredNameTable;
beforeEach(async () => {
  clock = handClock();
  kv = memoryKv();
  await kv.set('enrolment', { install: crypto.randomUUID(), secret: 's'.repeat(40), hub: hub.url });
  stored = memoryStorage().items.nameTable;
  held = { hub: hub.url, askedAt: 0, etag: '"held"', fingerprints: [fingerprint] };
  await stored.set(held);
});

const refreshFrom = (answer: () => Response | Promise<Response>) => {
  const requests: RequestInit[] = [];
  const fetchOnce = async (_url: string, init: RequestInit) => {
    requests.push(init);
    return answer();
  };
  return refreshNameTable({ stored, fetch: fetchOnce, kv, clock }, hub).then(() => requests);
};
const tableOf = (fingerprints: unknown) => new Response(JSON.stringify({ week: '2026-11-02', fingerprints }));

test.each<[string, () => Response | Promise<Response>]>([
  ['is unreachable', () => Promise.reject(new TypeError('offline'))],
  ['fails', () => new Response('{}', { status: 500 })],
  ['has no such table', () => new Response('{}', { status: 404 })],
  ['answers something else', () => new Response('<title>Sign in</title>')],
  ['names something that is no fingerprint', () => tableOf(['Jane Roe'])],
  ['lists too many', () => tableOf(Array(MAX_TABLE_NAMES + 1).fill(fingerprint))],
  ['never stops answering', () => new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(64 * 1024)) }))],
])('the table that is held stays if the hub %s, and it is not asked again at once', async (_, answer) => {
  await refreshFrom(answer);
  expect(await stored.get()).toEqual({ ...held, askedAt: clock.now() });
  expect(await refreshFrom(answer)).toEqual([]);
});

test('the hub is asked again after half a day, or at once if the clock was set back', async () => {
  await refreshFrom(() => tableOf([]));
  clock.advance(HALF_DAY_MS);
  expect(await refreshFrom(() => tableOf([]))).toHaveLength(1);
  await stored.set({ ...held, askedAt: clock.now() + 1 });
  expect(await refreshFrom(() => tableOf([]))).toHaveLength(1);
});

test('the request names the table that is held and nothing of what this device met', async () => {
  const [request] = await refreshFrom(() => new Response(null, { status: 304 }));
  expect(request).toMatchObject({ method: 'GET', headers: { 'if-none-match': '"held"' } });
  expect(request).not.toHaveProperty('body');
});

test('a new table replaces the one that is held, and that of another hub counts for nothing', async () => {
  await refreshFrom(() => tableOf([]));
  expect((await stored.get()).fingerprints).toEqual([]);
  await stored.set({ ...held, hub: 'https://other.example.com' });
  const [request] = await refreshFrom(() => Promise.reject(new TypeError('offline')));
  expect(request?.headers).not.toHaveProperty('if-none-match');
  expect(await stored.get()).toEqual({ hub: hub.url, askedAt: clock.now(), fingerprints: [] });
});
