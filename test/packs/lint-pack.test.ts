import { expect, test } from 'vitest';
import { pack } from '../../src/model/pack/pack.ts';
import { lintPack } from '../../src/packs/lint-pack.ts';
import { aPack, withField } from './a-pack.ts';

const lint = (document: unknown) => lintPack(pack.parse(document), '2026-11-22');

test('lint finds no fault in a valid pack', () => {
  expect(lint(aPack)).toEqual([]);
});

const long = 'This is said at length. '.repeat(20);

test.each<[string, string, unknown, fault: string, warning: boolean]>([
  ['a text without its base language', 'title', { de: 'Nur Deutsch' }, 'title', false],
  ['a translation missing', 'guides.0.body', { en: 'Only English.' }, 'de', true],
  ['a plain text among translated ones', 'guides.1.title', 'Only English', 'de', true],
  ['a name in one language of two', 'guides.0.anchor.name', { en: 'Search' }, 'de', true],
  ['a language that nothing else has', 'guides.0.title', { en: 'a', de: 'b', fr: 'c' }, 'fr', true],
  ['a tip too long', 'guides.0.body', { en: long, de: 'kurz' }, 'guides[0].body.en', true],
  ['a title too long', 'guides.0.title', { en: 'x '.repeat(50), de: 'kurz' }, 'guides[0].title.en', true],
  [
    'a word too long',
    'guides.0.body',
    { en: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', de: 'kurz' },
    'guides[0].body.en',
    true,
  ],
  ['HTML', 'guides.0.body', { en: '<b>bold</b>', de: 'kurz' }, 'guides[0].body.en', true],
  ['an image', 'guides.0.body', { en: 'a ![b](https://e.example/x.png)', de: 'kurz' }, 'guides[0].body.en', true],
  ['a link into the app', 'guides.0.body', { en: '[here](/orders)', de: 'kurz' }, 'guides[0].body.en', true],
  ['a link that runs', 'guides.0.body', { en: '[x][1]\n\n[1]: javascript:alert(1)', de: 'kurz' }, 'guides[0].body.en', true],
  ['a body that shows nothing', 'guides.0.body', { en: '[1]: https://e.example', de: 'kurz' }, 'guides[0].body.en', false],
  ['a guide that is over', 'guides.0.until', '2026-06-30', 'guides[0].until', true],
  [
    'a step with nothing to do',
    'guides.1.steps.0',
    { id: 'a', title: { en: 'a', de: 'b' }, body: { en: 'a', de: 'b' } },
    'guides[1].steps[0]',
    true,
  ],
  ['a click on nothing', 'guides.1.steps.1.advance', { on: 'click' }, 'guides[1].steps[1].advance', false],
  ['a change of nothing', 'guides.1.steps.1.advance', { on: 'input' }, 'guides[1].steps[1].advance', false],
  ['a way that is never offered', 'guides.1.steps.0.at', undefined, 'guides[1].steps[0].go', true],
  ['a way to another place', 'guides.1.steps.0.go', '/suppliers', 'guides[1].steps[0].go', false],
  ['a query read as "optional"', 'places.0', '/orders/:id?tab=1', 'places[0]', false],
  ['the same in a guide', 'guides.0.where.0', '/orders/*?tab=1', 'guides[0].where[0]', false],
  ['the same in a step', 'guides.1.steps.1.at', '/orders/:id?tab=1#/x', 'guides[1].steps[1].at', false],
  [
    'the same in an advance',
    'guides.1.steps.0.advance',
    { on: 'place', to: '/o/:id?a=b' },
    'guides[1].steps[0].advance.to',
    false,
  ],
  ['a place twice', 'places', ['/orders', '/orders'], 'places[1]', true],
  ['a place with a slash more', 'places', ['/orders', '/orders/'], 'places[1]', true],
  ['a place hidden by a wider one', 'places', ['/orders/*', '/orders/:id'], 'places[1]', true],
  ['a place hidden by a name', 'places', ['/orders/:id', '/orders/new'], 'places[1]', true],
])('lint reports %s', (_name, path, value, fault, warning) => {
  const found = lint(withField(aPack, path, value)).filter((one) => one.path === fault);
  expect(found.length).toBeGreaterThan(0);
  expect(found.some((one) => (one.warning ?? false) === warning)).toBe(true);
  for (const { reason, remedy } of found) expect(`${reason} ${remedy}`).toMatch(/^\S.*\.$/s);
});

test.each<[string, string, unknown]>([
  ['a plain name where the app speaks one language', 'guides.0.anchor.name', 'Search'],
  ['a query after a plain path', 'places', ['/orders?tab=open', '/orders']],
  ['a query with its backslash', 'places', ['/orders/:id\\?tab=1', '/orders/:id', '/orders']],
  ['something optional', 'places', ['/orders/:id?']],
  ['places, most particular first', 'places', ['/orders/new', '/orders/:id', '/orders/*', '/*']],
  ['a star that takes more than names do', 'places', ['/orders/:id/:line', '/orders/*']],
  ['a last step with words alone', 'guides.1.steps.1.body', { en: 'That was it.', de: 'Das war es.' }],
  ['a last day that is today', 'guides.0.until', '2026-11-22'],
])('lint does not report %s', (_name, path, value) => {
  expect(lint(withField(aPack, path, value))).toEqual([]);
});

test('the remedy for a query in a URL scope can be copied', () => {
  expect(lint(withField(aPack, 'places', ['/orders/:id?tab=1#/x']))).toMatchObject([
    { remedy: 'Write "/orders/:id\\\\?tab=1#/x".' },
  ]);
});
