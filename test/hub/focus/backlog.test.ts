import { beforeEach, expect, test } from 'vitest';
import { type SigningKey, signPack } from '../../../src/packs/sign-pack.ts';
import {
  ask,
  backlog,
  bearer,
  enrolled,
  feedback,
  type HubInTest,
  hubOn,
  publishToken,
  send,
  shown,
  signedIn,
  wordsFor,
} from '../hub-in-test.ts';
import { onBothStores } from '../on-both-stores.ts';
import { newKey, packOf } from '../packs-in-test.ts';

onBothStores((store) => {
  let hub: HubInTest;
  let secret: string;
  let cookie: { cookie: string };
  /** Each test keeps to an app of its own: the store is shared. */
  let app: string;
  beforeEach(async () => {
    hub = hubOn(store());
    [secret, cookie] = [await enrolled(hub), await signedIn(hub)];
    app = `app-${crypto.randomUUID().slice(0, 8)}`;
  });

  test('a backlog item has every field of the feedback and its comments', async () => {
    const about = { pack: 'none', version: 2, guide: 'g' };
    const one = feedback({ app, control: { role: 'button', masked: true }, about, absence: 'several' });
    const words = [wordsFor(one.id, 'First.', { app, contact: 'Ada' }), wordsFor(one.id, 'Second.', { app })];
    await send(hub, secret, [words[0], one, shown({ app }), words[1]]);
    expect(await backlog(hub, cookie, `?app=${app}`)).toEqual({
      items: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          choice: 'confused',
          app,
          route: '/orders/:id',
          control: { role: 'button', masked: true },
          about,
          absence: 'several',
          at: '2026-11-22',
          words: 'First.\n\nSecond.',
          contact: 'Ada',
          state: 'new',
        },
      ],
      total: 1,
      next: null,
      released: '2026-11-22T11:59:00.000Z',
    });
  });

  test('comments of another install are not added to feedback', async () => {
    const mine = feedback({ app });
    await send(hub, secret, [mine]);
    await send(hub, await enrolled(hub), [wordsFor(mine.id, 'not mine', { app, contact: 'Eve' })]);
    const { items } = await backlog(hub, cookie, `?app=${app}`);
    expect(items.map(({ words, contact }) => [words, contact])).toEqual([[undefined, undefined]]);
  });

  test('pages lead from the newest to the oldest day, each item once, and only the first says how many there are', async () => {
    const days = ['2026-11-20', '2026-11-22', '2026-11-21', '2026-11-22', '2026-11-20', '2026-11-22', '2026-11-21'];
    await send(
      hub,
      secret,
      days.map((day, nth) => feedback({ app, at: `${day}T10:00:00.000Z`, route: `/${nth}` })),
    );
    const seen: string[] = [];
    const routes = new Set<string>();
    let before = '';
    do {
      const page = await backlog(hub, cookie, `?app=${app}&limit=3${before}`);
      expect(page.total).toBe(before ? null : 7);
      seen.push(...page.items.map(({ at }) => at));
      for (const { route } of page.items) routes.add(route);
      before = page.next === null ? '' : `&before=${page.next}`;
    } while (before);
    expect(seen).toEqual([...days].sort().reverse());
    expect(routes.size).toBe(7);
  });

  test('items are counted to one more than a thousand', async () => {
    const many = Array.from({ length: 1002 }, () => feedback({ app }));
    for (let sent = 0; sent < many.length; sent += 100) await send(hub, await enrolled(hub), many.slice(sent, sent + 100));
    const { items, total } = await backlog(hub, cookie, `?app=${app}&limit=2`);
    expect([items.length, total]).toEqual([2, 1001]);
  });

  test.each(['5', '2026-11-22', '2026-13-45.00000000-0000-4000-8000-000000000000', "2026-11-22.'"])(
    'the cursor %s is refused',
    async (before) => {
      const { status } = await ask(hub, `GET /desk/api/backlog?before=${encodeURIComponent(before)}`, { headers: cookie });
      expect(status).toBe(400);
    },
  );

  test('a request with "after" returns the items that were released or got a comment since', async () => {
    const [early, quiet] = [feedback({ app, route: '/early' }), feedback({ app, route: '/quiet' })];
    await send(hub, secret, [early, quiet]);
    hub.clock.now = new Date('2026-11-22T12:05:00Z');
    const { released } = await backlog(hub, cookie, `?app=${app}`);
    const after = async () =>
      (await backlog(hub, cookie, `?app=${app}&after=${released}`)).items.map(({ route }) => route).sort();
    expect(await after()).toEqual([]);
    await send(hub, secret, [wordsFor(early.id, 'late words', { app })]);
    expect(await after()).toEqual(['/early']);
    await send(hub, secret, [feedback({ app, route: '/late' })]);
    expect(await after()).toEqual(['/early', '/late']);
  });

  test('comments of feedback are bounded in number and length', async () => {
    const [many, long] = [feedback({ app, route: '/many' }), feedback({ app, route: '/long' })];
    await send(hub, secret, [many, long]);
    const words = Array.from({ length: 30 }, (_, nth) => wordsFor(many.id, `<${nth}>`, { app }));
    await send(hub, secret, [...words, ...Array.from({ length: 15 }, () => wordsFor(long.id, 'x'.repeat(4000), { app }))]);
    const { items } = await backlog(hub, cookie, `?app=${app}`);
    const of = (route: string) => items.find((one) => one.route === route)?.words ?? '';
    expect(of('/many').split('\n\n')).toEqual(Array.from({ length: 20 }, (_, nth) => `<${nth}>`));
    expect(of('/long')).toHaveLength(8000);
  });

  test('choice and app filter the backlog', async () => {
    await send(hub, secret, [
      feedback({ app, choice: 'idea' }),
      feedback({ app, choice: 'works' }),
      feedback({ app: 'elsewhere' }),
    ]);
    const { items, total } = await backlog(hub, cookie, `?app=${app}&choice=idea`);
    expect([items.length, items[0]?.choice, total]).toEqual([1, 'idea', 1]);
  });

  test('guides have the title of their pack version in a language of the reader', async () => {
    const key: SigningKey = await newKey();
    const pack = packOf({ id: `pack-${app}`, app });
    const renamed = { ...pack, version: 2, guides: pack.guides.map((guide) => ({ ...guide, title: 'Renamed' })) };
    for (const one of [pack, renamed]) {
      const signed = await signPack(one, key);
      if (!signed.ok) throw new Error(JSON.stringify(signed.why));
      const answer = await ask(hub, 'POST /v1/packs', { body: signed.jws, headers: bearer(publishToken) });
      expect(answer.status).toBe(201);
    }
    const about = { pack: pack.id, guide: 'constructor', step: 'open' };
    await send(hub, secret, [
      feedback({ app, route: '/1', about: { ...about, version: 1 } }),
      feedback({ app, route: '/2', about: { ...about, version: 9, step: 'gone' } }),
      feedback({ app, route: '/3', about: { ...about, version: 1, guide: 'gone' } }),
      feedback({ app, route: '/4', about: { ...about, version: 1, pack: 'never-published' } }),
    ]);
    const read = async (language: string) => {
      const headers = { ...cookie, 'accept-language': language };
      const { body } = await ask<Awaited<ReturnType<typeof backlog>>>(hub, `GET /desk/api/backlog?app=${app}`, { headers });
      const inOrder = body.items.sort((one, other) => one.route.localeCompare(other.route));
      return inOrder.map(({ guideTitle, stepTitle }) => [guideTitle, stepTitle]);
    };
    const nothing = [undefined, undefined];
    expect(await read('de-AT,de;q=0.9')).toEqual([['Erste Bestellung', 'Öffnen'], ['Renamed', undefined], nothing, nothing]);
    expect(await read('xx;;,,*')).toEqual([['First order', 'Open'], ['Renamed', undefined], nothing, nothing]);
  });
});
