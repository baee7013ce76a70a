import { expect, test } from 'vitest';
import { refreshFigureTable } from '../../src/upload/refresh-figure-table.ts';
import { memoryStorage } from '../background/storage/memory-storage.ts';
import { memoryKv } from '../ledger/fresh-ledger.ts';
import { handClock } from '../runtime/hand-clock.ts';

const hub = { url: 'https://hub.example.com', token: 'token-of-the-policy' };
const figure = { app: 'orders', pack: 'orders-basics', guide: 'rated', people: 5, until: '2026-11-23' };
const rated = { ...figure, what: 'umux-lite', score: 70, low: 60, high: 80 } as const;

async function refreshed(body: unknown, isEnrolled = true) {
  const [kv, clock, stored] = [memoryKv(), handClock(), memoryStorage().items.figureTable];
  if (isEnrolled) await kv.set('enrolment', { install: crypto.randomUUID(), secret: 's'.repeat(40), hub: hub.url });
  const asked: string[] = [];
  const fetchOnce = async (url: string) => {
    asked.push(url);
    return new Response(JSON.stringify(body), { headers: { etag: '"new"' } });
  };
  await refreshFigureTable({ stored, fetch: fetchOnce as typeof fetch, kv, clock }, hub);
  return { asked, stored: await stored.get() };
}

test('the whole table is stored, and the request names nothing of it', async () => {
  const { asked, stored } = await refreshed({ week: '2026-11-23', figures: [rated] });
  expect(asked).toEqual(['https://hub.example.com/v1/figures']);
  expect(stored).toMatchObject({ hub: hub.url, etag: '"new"', week: '2026-11-23', figures: [rated] });
});

test.each([
  ['a share that no figure has', { ...figure, what: 'choice', shares: { a: 101 } }],
  ['a count of nobody', { ...rated, people: 'few' }],
  ['an unknown kind of figure', { ...figure, what: 'ranking', of: ['Jane Roe'] }],
])('a table with %s is not stored', async (_, wrong) => {
  expect((await refreshed({ week: '2026-11-23', figures: [wrong] })).stored).toMatchObject({ week: null, figures: [] });
});

test('a device that is not enrolled asks for nothing', async () => {
  expect((await refreshed({ week: null, figures: [] }, false)).asked).toEqual([]);
});
