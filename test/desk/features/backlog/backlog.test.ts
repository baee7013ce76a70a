import { expect, test } from 'vitest';
import { Backlog } from '../../../../src/desk/features/backlog/backlog.ts';
import type { ApiFailure, ApiResult } from '../../../../src/desk/kit/api-result.ts';
import type { BacklogQuery } from '../../../../src/desk/kit/hub-api.ts';
import type { BacklogItem, BacklogPage } from '../../../../src/model/hub-api/backlog-item.ts';
import { feedback } from '../../feedback.ts';

const unavailable: ApiFailure = { kind: 'unavailable', title: 'No answer', detail: 'Nothing' };
const refused: ApiFailure = { kind: 'refused', title: 'Refused', detail: 'No' };
const signedOut: ApiFailure = { kind: 'signed-out', title: 'Out', detail: 'Out' };

const SOME_TIME = '2025-03-10T12:00:00.000Z';
const LATER = '2025-03-10T13:00:00.000Z';

const page = (items: BacklogItem[], given: Partial<BacklogPage> = {}): ApiResult<BacklogPage> => ({
  ok: true,
  value: { items, total: items.length, next: null, released: SOME_TIME, ...given },
});

/** A backlog on a hub that answers each request with `reply`. */
function reading(reply: (query: BacklogQuery) => ApiResult<BacklogPage> | Promise<ApiResult<BacklogPage>>, filters = {}) {
  const asked: BacklogQuery[] = [];
  const out: ApiFailure[] = [];
  const hub = {
    backlog: async (query: BacklogQuery) => {
      asked.push(query);
      return reply(query);
    },
  };
  const backlog = new Backlog({ hub, filters, now: () => 1_000, onSignedOut: (why) => out.push(why) });
  return { backlog, asked, out };
}

test('the first poll loads the list, and later polls ask for what arrived after it', async () => {
  const [old, newer] = [feedback(), feedback()];
  const { backlog, asked } = reading(({ after }) => page(after === undefined ? [old] : [newer, old]));
  await backlog.poll();
  expect(backlog.items.value).toEqual([old]);
  await backlog.poll();
  expect(asked).toEqual([{ limit: '50' }, { after: SOME_TIME, limit: '100' }]);
  expect(backlog.items.value).toEqual([old]);
  expect(backlog.arrivals.value.fresh).toEqual([newer]);
});

test('arrivals enter the list only when the facilitator shows them', async () => {
  const [old, newer] = [feedback(), feedback()];
  const { backlog } = reading(({ after }) => page(after === undefined ? [old] : [newer, old]));
  await backlog.poll();
  await backlog.poll();
  expect(await backlog.showArrivals()).toEqual(newer);
  expect(backlog.items.value).toEqual([newer, old]);
  expect(backlog.arrivals.value.fresh).toEqual([]);
  expect(backlog.total.value).toBe(2);
});

test('polls ask for the same time until the arrivals are shown, so that none of them is forgotten', async () => {
  const { backlog, asked } = reading(({ after }) =>
    after === undefined ? page([feedback()]) : page([feedback()], { released: LATER, total: null }),
  );
  for (let time = 0; time < 3; time++) await backlog.poll();
  await backlog.showArrivals();
  await backlog.poll();
  expect(asked.map(({ after }) => after)).toEqual([undefined, SOME_TIME, SOME_TIME, LATER]);
  expect(backlog.total.value).toBe(2);
});

test('arrivals enter an empty list at once', async () => {
  const first = feedback();
  const { backlog } = reading(({ after }) => page(after === undefined ? [] : [first]));
  await backlog.poll();
  await backlog.poll();
  expect(backlog.items.value).toEqual([first]);
  expect(backlog.arrivals.value.fresh).toEqual([]);
});

test('showing arrivals after a gap loads the list again', async () => {
  const [old, newest] = [feedback(), feedback()];
  const { backlog, asked } = reading(({ after }) =>
    after === undefined ? page(asked.length > 1 ? [newest] : [old]) : page([newest], { next: '7' }),
  );
  await backlog.poll();
  await backlog.poll();
  expect(backlog.arrivals.value.hasGap).toBe(true);
  await backlog.showArrivals();
  expect(backlog.items.value).toEqual([newest]);
});

test('older pages are loaded by their cursor until there are none', async () => {
  const [oldest, middle, newest] = [feedback(), feedback(), feedback()];
  const { backlog, asked } = reading(({ before }) =>
    before ? page([middle, oldest]) : page([newest], { next: '41', total: 3 }),
  );
  await backlog.poll();
  await backlog.loadOlder();
  expect(asked[1]).toEqual({ before: '41', limit: '50' });
  expect(backlog.items.value).toEqual([newest, middle, oldest]);
  expect(backlog.next.value).toBeNull();
  await backlog.loadOlder();
  expect(asked.length).toBe(2);
});

test('a response for filters that were changed in the meantime is dropped', async () => {
  const [slow, quick] = [feedback({ app: 'stock' }), feedback({ app: 'travel' })];
  const held = Promise.withResolvers<ApiResult<BacklogPage>>();
  const { backlog } = reading(({ app }) => (app === 'stock' ? held.promise : page([quick])));
  const left = backlog.filterBy({ app: 'stock' });
  await backlog.filterBy({ app: 'travel' });
  held.resolve(page([slow]));
  await left;
  expect(backlog.items.value).toEqual([quick]);
  expect(backlog.busy.value).toBe(false);
});

test('an outage keeps the list, is reported, and ends with the next answer', async () => {
  const old = feedback();
  let answering = true;
  const { backlog } = reading(() => (answering ? page([old]) : { ok: false, why: unavailable }));
  expect(await backlog.poll()).toBe(true);
  answering = false;
  expect(await backlog.poll()).toBe(false);
  expect(backlog.outage.value).toBe(unavailable);
  expect(backlog.items.value).toEqual([old]);
  expect(backlog.answeredAt.value).toBe(1_000);
  answering = true;
  expect(await backlog.poll()).toBe(true);
  expect(backlog.outage.value).toBeNull();
});

test('an outage at a change of filters leaves no items of the old filters, and the next poll loads the list', async () => {
  let answering = true;
  const { backlog } = reading(({ app }) => (answering ? page([feedback({ app })]) : { ok: false, why: unavailable }));
  await backlog.poll();
  answering = false;
  await backlog.filterBy({ app: 'stock' });
  expect(backlog.items.value).toEqual([]);
  expect(backlog.loaded.value).toBe(false);
  answering = true;
  await backlog.poll();
  expect(backlog.items.value[0]?.app).toBe('stock');
});

test('a refused list is not requested again until the filters change', async () => {
  const { backlog, asked } = reading(({ app }) => (app === 'Bad App' ? { ok: false, why: refused } : page([])), {
    app: 'Bad App',
  });
  await backlog.poll();
  expect(backlog.refusal.value).toBe(refused);
  await backlog.poll();
  expect(asked.length).toBe(1);
  await backlog.filterBy({});
  expect(backlog.refusal.value).toBeNull();
});

test('an expired sign-in is passed on', async () => {
  const { backlog, out } = reading(() => ({ ok: false, why: signedOut }));
  await backlog.poll();
  expect(out).toEqual([signedOut]);
});

test('the app filter offers every app seen so far once, in order', async () => {
  const { backlog } = reading(
    ({ app }) => page(app ? [feedback({ app })] : ['travel', 'orders', 'travel'].map((each) => feedback({ app: each }))),
    {
      app: 'stock',
    },
  );
  await backlog.poll();
  expect(backlog.apps.value).toEqual(['stock']);
  await backlog.loadApps();
  expect(backlog.apps.value).toEqual(['orders', 'stock', 'travel']);
});

test('arrivals under old filters are not offered under new ones', async () => {
  const { backlog } = reading(({ app, after }) =>
    app ? { ok: false, why: unavailable } : page(after ? [feedback(), feedback()] : [feedback()]),
  );
  await backlog.poll();
  await backlog.poll();
  expect(backlog.arrivals.value.fresh.length).toBe(2);
  await backlog.filterBy({ app: 'stock' });
  expect(backlog.arrivals.value.fresh).toEqual([]);
});

test.each<[string, (backlog: Backlog) => Promise<unknown>]>([
  ['polling', (backlog) => backlog.poll()],
  ['loading the app names', (backlog) => backlog.loadApps()],
  ['a change of filters', (backlog) => backlog.filterBy({ app: 'stock' })],
])('%s without an answer from the hub records no time of an answer', async (_, request) => {
  const { backlog } = reading(() => ({ ok: false, why: unavailable }), { app: 'orders' });
  await request(backlog);
  expect(backlog.answeredAt.value).toBeNull();
});

test.each<[string, (backlog: Backlog) => Promise<unknown>]>([
  ['loading older items', (backlog) => backlog.loadOlder()],
  ['showing arrivals after a gap', (backlog) => backlog.showArrivals()],
  ['loading the app names', (backlog) => backlog.loadApps()],
])('%s without an answer from the hub keeps the time of its last answer', async (_, request) => {
  let time = 1_000;
  const reply = ({ after }: BacklogQuery) =>
    time > 1_000
      ? { ok: false as const, why: unavailable }
      : page([feedback()], { next: '1', ...(after !== undefined && { next: '7' }) });
  const backlog = new Backlog({
    hub: { backlog: async (query) => reply(query) },
    filters: {},
    now: () => time,
    onSignedOut: () => undefined,
  });
  await backlog.poll();
  await backlog.poll();
  time = 2_000;
  await request(backlog);
  expect(backlog.answeredAt.value).toBe(1_000);
});

test('a refusal counts as an answer', async () => {
  const { backlog } = reading(() => ({ ok: false, why: refused }));
  await backlog.loadApps();
  expect(backlog.answeredAt.value).toBe(1_000);
});
