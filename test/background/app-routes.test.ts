import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin } from '../../src/friction/journey/is-within.ts';
import { pack as packSchema } from '../../src/model/pack/pack.ts';
import { learnRoute, type RouteVocabulary } from '../../src/model/route/learn-route.ts';
import { routeTemplate } from '../../src/model/route/route-template.ts';
import { aPack } from '../packs/a-pack.ts';
import { appRoutesInMemory } from './app-routes-in-memory.ts';
import { memoryStorage } from './storage/memory-storage.ts';

const origin = 'https://orders.example.com';
const pack = packSchema.parse({ ...aPack, app: 'orders', places: ['/beleg/:id'] });

function device() {
  const storage = memoryStorage();
  const routes = appRoutesInMemory({ packs: [pack], items: storage.items });
  const visit = (path: string) => routes.visit('orders', origin + path);
  return {
    ...{ storage, routes, visit },
    at: (path: string) => routes.at('orders', origin + path),
    visitAll: async (paths: readonly string[]) => {
      const own: string[] = [];
      for (const path of paths) own.push(await visit(path));
      return own;
    },
    stored: () => JSON.stringify([storage.local.values, storage.session.values]),
  };
}

describe('the device’s own form of a route', () => {
  test('a segment that is not known to be common is a keyed hash; places and known words stay', async () => {
    const { visit } = device();
    expect(await visit('/orders/4711/janeroe')).toMatch(/^\/orders\/:id\/~[0-9a-f]{12}$/);
    expect(await visit('/beleg/7')).toBe('/beleg/:id');
    expect(await visit("/Janeroe('7')")).toMatch(/^\/~[0-9a-f]{12}\(:id\)$/);
  });

  test('two devices have different hashes for the same segment, and so have two apps', async () => {
    const [one, other] = [device(), device()];
    const path = '/janeroe';
    expect(await one.visit(path)).toBe(await one.visit(path));
    expect(await one.visit(path)).not.toBe(await other.visit(path));
    expect(await one.visit(path)).not.toBe(await one.routes.visit('mail', `https://mail.example.com${path}`));
  });

  const segment = fc.constantFrom(
    ...'orders users invoice settings janeroe anna-meier vorgang belege 4711 edit u'.split(' '),
    "Belege('1')",
  );
  const path = fc
    .tuple(fc.array(segment, { maxLength: 4 }), fc.boolean())
    .map(([segments, isHash]) => `${isHash ? '/index.html#/' : '/'}${segments.join('/')}`);
  test('journeys are judged as by the text: the same pages are equal, within each other, and of records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(path, { minLength: 2, maxLength: 8 }), async (paths) => {
        const own = await device().visitAll(paths);
        let vocabulary: RouteVocabulary = {};
        const plain = paths.map((one) => {
          const learnt = learnRoute(vocabulary, routeTemplate(origin + one, []));
          vocabulary = learnt.vocabulary;
          return learnt.template;
        });
        const relations = (routes: string[]) =>
          routes.map((one) => [/[:*]/.test(one), routes.map((other) => [one === other, isWithin(one, other)])]);
        expect(relations(own)).toEqual(relations(plain));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is stored', () => {
  test('holds no text of a segment that is not disclosed', async () => {
    const { visitAll, at, stored } = device();
    const secrets = ['janeroe', 'anna-meier', 'qwzxvkpmbtrnhd', 'abc-defg-hij', 'Project_Falcon', 'globex'];
    await visitAll(
      secrets.flatMap((secret) => [`/${secret}`, `/${secret}/4711`, `/mailbox/${secret}/inbox`, `/#/chat/${secret}`]),
    );
    await at('/hooli');
    for (const secret of [...secrets, 'hooli', '4711']) expect(stored()).not.toContain(secret);
  });

  test('is bounded, however many pages are visited', async () => {
    const { visitAll, storage } = device();
    const word = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('x');
    await visitAll(Array.from({ length: 700 }, (_, n) => `/${word(n)}a/${1000 + n}/${word(n)}b/c`));
    const { names, candidates, learnt } = (await storage.items.routes.get()).orders!;
    expect(Object.keys(names).length).toBeLessThanOrEqual(501);
    expect([candidates, learnt]).toEqual([null, {}]);
  });

  test('is forgotten with everything else, and the text of what was learnt with it', async () => {
    const { visitAll, at, storage, stored } = device();
    await visitAll(Array.from({ length: 12 }, (_, n) => `/flurstuecke/${4711 + n}`));
    expect(await at('/flurstuecke/9999')).toBe('/flurstuecke/:id');
    expect(stored()).toContain('flurstuecke');
    await storage.forgetPersonal({ kindOf: () => undefined });
    expect(stored()).not.toContain('flurstuecke');
    expect(await at('/flurstuecke/9999')).toBe('/:id/:id');
  });

  test('is not changed by asking what the route at an address is', async () => {
    const { at, storage } = device();
    for (let n = 0; n < 20; n += 1) await at(`/flurstuecke/${4711 + n}`);
    expect(await storage.items.routes.get()).toEqual({});
  });
});

describe('a first segment that nobody knows', () => {
  test('keeps its own form when it has been learnt, so that journeys go on', async () => {
    const { visitAll } = device();
    const own = await visitAll(Array.from({ length: 14 }, (_, n) => `/flurstuecke/${4711 + n}`));
    expect(new Set(own).size).toBe(1);
  });

  test.each([
    ['11 keys', Array.from({ length: 11 }, (_, n) => `/flurstuecke/${4711 + n}`), '/flurstuecke/1'],
    ['one key again and again', Array.from({ length: 40 }, () => '/flurstuecke/4711'), '/flurstuecke/1'],
    ['a few pages of one account', ['inbox', 'sent', 'drafts', 'settings'].map((page) => `/janeroe/${page}`), '/janeroe/inbox'],
    ['names of projects', Array.from({ length: 26 }, (_, n) => `/janeroe/falcon${'abcdefghijklmnopqrstuvwxyz'[n]}`), '/janeroe'],
    [
      'dates and years',
      Array.from({ length: 40 }, (_, n) => `/janeroe/${n % 2 ? 1990 + n : `2026-11-${10 + n / 2}`}`),
      '/janeroe',
    ],
    [
      'an account below a known segment',
      Array.from({ length: 40 }, (_, n) => `/mailbox/janeroe/${4711 + n}`),
      '/mailbox/janeroe',
    ],
    ['an account that begins with a name', Array.from({ length: 40 }, (_, n) => `/janeroe/${4711 + n}`), '/janeroe/1'],
    ['an account that ends with a name', Array.from({ length: 40 }, (_, n) => `/mcanna/${4711 + n}`), '/mcanna/1'],
    ['two words', Array.from({ length: 40 }, (_, n) => `/jane_roe/${4711 + n}`), '/jane_roe'],
    ['a key of letters', Array.from({ length: 40 }, (_, n) => `/qwzxvkpmbtrnhd/${4711 + n}`), '/qwzxvkpmbtrnhd'],
    [
      'more such words than an app has collections',
      Array.from({ length: 200 }, (_, n) => `/${'bdfghkmprst'[n % 11]}ubbwok/${4711 + n}`),
      '/bubbwok',
    ],
  ])('is not learnt from %s', async (_, visits, address) => {
    const { visitAll, at } = device();
    await visitAll(visits);
    expect((await at(address)).split('/')[1]).toMatch(/^(:id|mailbox)$/);
    expect(await at(address)).not.toMatch(/flurstuecke|jane|anna|ubbwok|qwz/);
  });
});
