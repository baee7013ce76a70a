import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discloseRoute } from '../../src/disclosure/disclose-route.ts';
import { routeTemplate } from '../../src/model/route/route-template.ts';
import { shippedKnowledge } from './shipped-knowledge.ts';

const shipped = shippedKnowledge();
const disclosed = (address: string, known = shipped): string =>
  discloseRoute(routeTemplate(`https://app.example${address}`, known.places), known);

/** Words that are known whatever is shipped. */
const WORDS = new Set(
  'orders order invoice settings users hr leave chat mailbox inbox share wiki search join reset unsubscribe help change the price list update office supply some topic title words items customers'.split(
    ' ',
  ),
);
const hasWord = (word: string) => WORDS.has(word.toLowerCase());

describe('an address of which nobody has told anything', () => {
  test.each([
    ['/reset/qwzxvkpmbtrnhd', '/reset/:id'],
    ['/u/janeroe', '/:id/:id'],
    ['/u/office', '/:id/:id'],
    ['/join/abc-defg-hij', '/join/:id'],
    ['/unsubscribe/anna-meier', '/unsubscribe/:id'],
    ['/mailbox/jane_roe/inbox', '/mailbox/:id/inbox'],
    ['/hr/leave/jane-roe', '/hr/leave/:id'],
    ['/#/chat/janeroe', '/#/chat/:id'],
    ['/invoice/acme-holding', '/invoice/:id'],
    ['/invoice/office-supply', '/invoice/:id'],
    ['/orders/price-list-update', '/orders/:id'],
    ['/@janeroe', '/:id'],
    ['/~janeroe', '/:id'],
    ['/share/summer-party-berlin', '/share/:id'],
    ['/wiki/Project_Falcon', '/wiki/:id'],
    ['/wiki/Change_The_Price', '/wiki/:id'],
    ['/search/red+shoes', '/search/:id'],
    ['/t/some-topic-title-words/123', '/:id/:id/:id'],
    ['/help/change-the-price-list', '/help/:id'],
    ['/users/mark', '/users/:id'],
    ['/users/mark/settings', '/users/:id/settings'],
    ['/settings/mark', '/settings/:id'],
    ['/settings/JaneRoe', '/settings/:id'],
    ['/orders;jsessionid=9F86D081/items', '/:id/items'],
    ['/orders/%E7%8E%8B%E5%B0%8F%E6%98%8E', '/orders/:id'],
    ['/settings/ünter', '/settings/:id'],
    ["/Customers('globex')/Orders", '/Customers(:id)/Orders'],
    ["/Janeroe('globex')/Orders", '/:id/Orders'],
    ['/orders?customer=globex#globex', '/orders'],
    ['/orders#!/globex?x=1', '/orders#/:id'],
    ['/settings/constructor/__proto__', '/settings/:id/:id'],
    ['/', '/'],
  ])('%s becomes %s', (address, route) => {
    expect(disclosed(address, shippedKnowledge({ hasWord }))).toBe(route);
  });

  test('a route has no more than 300 characters, and ends with a whole segment', () => {
    const route = disclosed('/orders'.repeat(60));
    expect(route.length).toBeLessThanOrEqual(300);
    expect(route).toMatch(/^(\/(orders|:id))+$/);
  });
});

describe('what packs declare', () => {
  const places = ['/vorgang/*#/Beleg/:id', '/vorgang/neu', '/mandant/:name/buchung'];
  const declared = shippedKnowledge({ hasWord, places, scopes: ['/kasse/zahlung'] });
  test.each([
    ['/vorgang/neu', '/vorgang/neu'],
    ['/vorgang/alt#/Beleg/7', '/vorgang/*#/Beleg/:id'],
    ['/vorgang', '/vorgang'],
    ['/vorgang/alt', '/vorgang/:id'],
    ['/mandant/globex/buchung/17', '/mandant/:id/buchung/:id'],
    ['/kasse/zahlung/ende', '/kasse/zahlung/:id'],
    ['/buchung', '/:id'],
    ['/settings/neu', '/settings/:id'],
    ['/mandant/buchung', '/mandant/:id'],
  ])('a segment is disclosed after the segment that a place has before it: %s becomes %s', (address, route) => {
    expect(disclosed(address, declared)).toBe(route);
  });
});

test('a first segment that the device has learnt is disclosed, from its text and from the token that stands for it', () => {
  const learnt = shippedKnowledge({ hasWord, learnt: new Map([['~1f3a90c2b7de', 'flurstuecke']]) });
  expect(disclosed('/flurstuecke/4711', learnt)).toBe('/flurstuecke/:id');
  expect(discloseRoute('/~1f3a90c2b7de/:id#/~1f3a90c2b7de', learnt)).toBe('/flurstuecke/:id#/flurstuecke');
  expect(discloseRoute('/~ffffffffffff/:id', learnt)).toBe('/:id/:id');
  expect(disclosed('/settings/flurstuecke', learnt)).toBe('/settings/:id');
});

const letters = (from: number, to: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: from, maxLength: to });
const isNoWord = (text: string) => !shipped.hasWord(text);
const token = fc.oneof(
  letters(6, 30).filter(isNoWord),
  fc
    .tuple(letters(3, 3), letters(4, 4), letters(3, 3))
    .filter((parts) => parts.every(isNoWord))
    .map((parts) => parts.join('-')),
  // fast-check also makes names of properties, which are words and no keys.
  fc
    .string({
      unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
      minLength: 12,
      maxLength: 40,
    })
    .filter((text) => !(text in {})),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8, maxLength: 40 }),
  fc.uuid(),
  fc.nat().map(String),
  fc.tuple(fc.constantFrom('PO', 'INC', 'K'), fc.integer({ min: 100 })).map(([kind, number]) => `${kind}-${number}`),
);
const name = fc.constantFrom(
  ...'anna jane john mark bill grant frank rose young peter stefan jürgen meier schmidt schulz olsen roe doe dupont lefebvre chloé garcía lópez josé ahmed fatima hassan satō tanaka yamada hiroshi wang li'.split(
    ' ',
  ),
);
const person = fc
  .tuple(name, name, fc.constantFrom('-', '_', '.', '', '+', '%20'), fc.boolean())
  .map(([given, family, by, isCapital]) => (isCapital ? [capital(given), capital(family)].join(by) : [given, family].join(by)));
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
const data = fc.oneof(
  token,
  person,
  name,
  fc.tuple(name, fc.constantFrom('.html', '@example.com', '-report', '_inbox', "('1')")).map((parts) => parts.join('')),
);

const appSegment = fc.constantFrom(
  ...'orders order invoice users admin settings search new edit view list items products index.html help dashboard u t r share reset join chat wiki mailbox hr my inbox'.split(
    ' ',
  ),
);
const address = fc
  .tuple(fc.array(appSegment, { maxLength: 4 }), data, fc.array(appSegment, { maxLength: 3 }), fc.boolean())
  .map(([before, secret, after, isHash]) => ({
    secret,
    address: `${isHash ? '/index.html#/' : '/'}${[...before, isHash ? secret.replace(/[?&]/g, '') : secret, ...after].join('/')}`,
  }));

const wordsOf = (route: string) => route.toLowerCase().split(/[^a-z0-9:]+/);

describe('whatever the address', () => {
  test('no key, code, token or name of a person in it is disclosed, at any position', () => {
    fc.assert(
      fc.property(address, ({ secret, address: at }) => {
        const route = disclosed(at);
        const own = new Set(wordsOf(at.split(secret).join('')));
        const told = wordsOf(decodeURIComponent(secret)).filter(
          (word) => word.length > 1 && !own.has(word) && isData(word, secret),
        );
        for (const word of told) expect(wordsOf(route)).not.toContain(word);
        expect(route.split(/[/#]/)).not.toContain(secret);
      }),
      { numRuns: 5000 },
    );
  });

  test('what is disclosed once is not changed by being disclosed again', () => {
    fc.assert(
      fc.property(address, ({ address: at }) => {
        expect(discloseRoute(disclosed(at), shipped)).toBe(disclosed(at));
      }),
      { numRuns: 2000 },
    );
  });

  const appWord = fc.constantFrom(...'order price list update office plan change report meeting team project group'.split(' '));
  const title = (from: number, to: number) =>
    fc.array(appWord, { minLength: from, maxLength: to }).map((words) => words.join('-'));
  test('a title of many words of applications is not disclosed, at any position', () => {
    fc.assert(
      fc.property(fc.array(appSegment, { maxLength: 3 }), title(4, 9), (before, words) => {
        expect(disclosed(`/${[...before, words].join('/')}`)).not.toContain(words);
      }),
    );
  });

  test('a title of a few words is not disclosed after a collection, a kind of record, a key, a search or a link', () => {
    const parent = fc.constantFrom(
      ...'orders invoice users customers projects search share reset join u t wiki chat 4711'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(appSegment, { maxLength: 2 }), parent, title(2, 3), (before, collection, words) => {
        expect(disclosed(`/${[...before, collection, words].join('/')}`)).not.toContain(words);
      }),
    );
  });
});

/** The suffixes that the generator adds are the app's; everything else of a secret is data. */
const isData = (word: string, secret: string): boolean =>
  !(['html', 'report', 'inbox'].includes(word) && /\.html$|-report$|_inbox$/.test(secret));
