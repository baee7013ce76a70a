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
    const one = feedback({ app, control: { role: 'button', masked: true }, about: { pack: 'none', version: 2, guide: 'g' } });
    const words = [wordsFor(one.id, 'First.', { app, contact: 'Ada' }), wordsFor(one.id, 'Second.', { app })];
    await send(hub, secret, [words[0], one, shown({ app }), words[1]]);
    expect(await backlog(hub, cookie, `?app=${app}`)).toEqual({
      items: [
        {
          id: one.id,
          seq: expect.any(Number),
          choice: 'confused',
          app,
          route: '/orders/:id',
          control: { role: 'button', masked: true },
          about: { pack: 'none', version: 2, guide: 'g' },
          at: '2026-11-22T11:59:00.000Z',
          receivedAt: '2026-11-22T12:00:00.000Z',
          words: 'First.\n\nSecond.',
          contact: 'Ada',
          state: 'new',
        },
      ],
      total: 1,
      next: null,
    });
  });

  test('comments of another install are not added to feedback', async () => {
    const mine = feedback({ app });
    await send(hub, secret, [mine]);
    await send(hub, await enrolled(hub), [wordsFor(mine.id, 'not mine', { app, contact: 'Eve' })]);
    const { items } = await backlog(hub, cookie, `?app=${app}`);
    expect(items.map(({ words, contact }) => [words, contact])).toEqual([[undefined, undefined]]);
  });

  test('pages lead from the newest to the oldest item, each once', async () => {
    const sent = Array.from({ length: 7 }, () => feedback({ app }));
    await send(hub, secret, sent);
    const seen: string[][] = [];
    let before = '';
    do {
      const page = await backlog(hub, cookie, `?app=${app}&limit=3${before}`);
      expect(page.total).toBe(7);
      seen.push(page.items.map(({ id }) => id));
      before = page.next === null ? '' : `&before=${page.next}`;
    } while (before);
    const newestFirst = sent.map(({ id }) => id).reverse();
    expect(seen).toEqual([newestFirst.slice(0, 3), newestFirst.slice(3, 6), newestFirst.slice(6)]);
  });

  test('a request with "after" returns the items that arrived or got a comment since', async () => {
    const [early, silent] = [feedback({ app }), feedback({ app })];
    await send(hub, secret, [early, silent]);
    const [newest] = (await backlog(hub, cookie, `?app=${app}`)).items;
    const after = () => backlog(hub, cookie, `?app=${app}&after=${newest?.seq}`).then(({ items }) => items.map(({ id }) => id));
    expect(await after()).toEqual([]);
    await send(hub, secret, [wordsFor(early.id, 'late words', { app })]);
    expect(await after()).toEqual([early.id]);
    const late = feedback({ app });
    await send(hub, secret, [late]);
    expect(await after()).toEqual([late.id, early.id]);
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
      feedback({ app, about: { ...about, version: 1 } }),
      feedback({ app, about: { ...about, version: 9, step: 'gone' } }),
      feedback({ app, about: { ...about, version: 1, guide: 'gone' } }),
      feedback({ app, about: { ...about, version: 1, pack: 'never-published' } }),
    ]);
    const read = async (language: string) => {
      const headers = { ...cookie, 'accept-language': language };
      const { body } = await ask<Awaited<ReturnType<typeof backlog>>>(hub, `GET /desk/api/backlog?app=${app}`, { headers });
      return body.items.reverse().map(({ guideTitle, stepTitle }) => [guideTitle, stepTitle]);
    };
    const nothing = [undefined, undefined];
    expect(await read('de-AT,de;q=0.9')).toEqual([['Erste Bestellung', 'Öffnen'], ['Renamed', undefined], nothing, nothing]);
    expect(await read('xx;;,,*')).toEqual([['First order', 'Open'], ['Renamed', undefined], nothing, nothing]);
  });

  test('a reader that has read up to a seq misses nothing of several concurrent writers', async () => {
    const hubs = [hubOn(store()), hubOn(store()), hubOn(store())];
    let writing = true;
    const writers = hubs.map(async (one, at) => {
      const own = await enrolled(one);
      for (let round = 0; round < 15; round++)
        await send(one, own, [shown(), feedback({ app, route: `/${at}/${round}` }), feedback({ app })]);
    });
    const seen = new Set<string>();
    let after = 0;
    const read = async () => {
      const page = await backlog(hub, cookie, `?app=${app}&after=${after}&limit=200`);
      for (const { id, seq } of page.items) {
        seen.add(id);
        after = Math.max(after, seq);
      }
    };
    const reader = (async () => {
      while (writing) await read();
    })();
    await Promise.all(writers);
    writing = false;
    await reader;
    await read();
    expect(seen.size).toBe(90);
  });
});
