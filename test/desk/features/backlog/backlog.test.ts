import { expect, test } from 'vitest';
import { Backlog } from '../../../../src/desk/features/backlog/backlog.ts';
import type { ApiFailure, ApiResult } from '../../../../src/desk/kit/api-result.ts';
import type { BacklogQuery } from '../../../../src/desk/kit/hub-api.ts';
import type { BacklogItem, BacklogPage } from '../../../../src/model/hub-api/backlog-item.ts';
import { feedback } from '../../feedback.ts';

const silent: ApiFailure = { kind: 'silent', title: 'Silent', detail: 'Nothing' };
const refused: ApiFailure = { kind: 'refused', title: 'Refused', detail: 'No' };
const signedOut: ApiFailure = { kind: 'signed-out', title: 'Out', detail: 'Out' };

const page = (items: BacklogItem[], given: Partial<BacklogPage> = {}): ApiResult<BacklogPage> => ({
  ok: true,
  value: { items, total: items.length, next: null, ...given },
});

/** A backlog before a hub that says what `say` says to each question. */
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

test('the first look loads the list, the next ones look for what came after', async () => {
  const [old, newer] = [feedback(), feedback()];
  const { backlog, asked } = reading(({ after }) => page(after === undefined ? [old] : [newer, old]));
  await backlog.poll();
  expect(backlog.items.value).toEqual([old]);
  await backlog.poll();
  expect(asked).toEqual([{ limit: '50' }, { after: '0', limit: '100' }]);
  expect(backlog.items.value).toEqual([old]);
  expect(backlog.arrivals.value.fresh).toEqual([newer]);
});

test('what arrived moves in only when it is shown', async () => {
  const [old, newer] = [feedback(), feedback()];
  const { backlog } = reading(({ after }) => page(after === undefined ? [old] : [newer, old]));
  await backlog.poll();
  await backlog.poll();
  expect(await backlog.showArrivals()).toEqual(newer);
  expect(backlog.items.value).toEqual([newer, old]);
  expect(backlog.arrivals.value.fresh).toEqual([]);
  expect(backlog.total.value).toBe(2);
});

test('an empty list takes in what arrives at once: nobody is reading it', async () => {
  const first = feedback();
  const { backlog } = reading(({ after }) => page(after === undefined ? [] : [first]));
  await backlog.poll();
  await backlog.poll();
  expect(backlog.items.value).toEqual([first]);
  expect(backlog.arrivals.value.fresh).toEqual([]);
});

test('after a gap the list starts over', async () => {
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

test('older pages follow by their cursor until there are none', async () => {
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

test('an answer to filters that were left in the meantime is dropped', async () => {
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

test('silence keeps the list, is told, and ends', async () => {
  const old = feedback();
  let answering = true;
  const { backlog } = reading(() => (answering ? page([old]) : { ok: false, why: silent }));
  expect(await backlog.poll()).toBe(true);
  answering = false;
  expect(await backlog.poll()).toBe(false);
  expect(backlog.outage.value).toBe(silent);
  expect(backlog.items.value).toEqual([old]);
  expect(backlog.answeredAt.value).toBe(1_000);
  answering = true;
  expect(await backlog.poll()).toBe(true);
  expect(backlog.outage.value).toBeNull();
});

test('a hub that falls silent at a change of filters leaves no list of the old ones, and the next look loads it', async () => {
  let answering = true;
  const { backlog } = reading(({ app }) => (answering ? page([feedback({ app })]) : { ok: false, why: silent }));
  await backlog.poll();
  answering = false;
  await backlog.filterBy({ app: 'stock' });
  expect(backlog.items.value).toEqual([]);
  expect(backlog.loaded.value).toBe(false);
  answering = true;
  await backlog.poll();
  expect(backlog.items.value[0]?.app).toBe('stock');
});

test('what the hub refuses is not asked again until the filters change', async () => {
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

test('an ended sign-in is passed on', async () => {
  const { backlog, out } = reading(() => ({ ok: false, why: signedOut }));
  await backlog.poll();
  expect(out).toEqual([signedOut]);
});

test('the filter offers each app that was met, once and in order', async () => {
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

test('what arrived under filters that were left is not offered under others', async () => {
  const { backlog } = reading(({ app, after }) =>
    app ? { ok: false, why: silent } : page(after ? [feedback(), feedback()] : [feedback()]),
  );
  await backlog.poll();
  await backlog.poll();
  expect(backlog.arrivals.value.fresh.length).toBe(2);
  await backlog.filterBy({ app: 'stock' });
  expect(backlog.arrivals.value.fresh).toEqual([]);
});
