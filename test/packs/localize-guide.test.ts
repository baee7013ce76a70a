import { expect, test } from 'vitest';
import { pack } from '../../src/model/pack/pack.ts';
import { localizedGuideIn, localizeGuide } from '../../src/packs/localize-guide.ts';
import { aPack, withField } from './a-pack.ts';

const read = pack.parse(aPack);

test('a tip is localized into the person’s language', () => {
  expect(localizeGuide(read.guides[0]!, read, ['de-AT', 'en'])).toEqual({
    kind: 'tip',
    id: 'search',
    app: 'orders',
    title: { text: 'Nach Lieferant suchen', language: 'de' },
    body: { rich: [{ p: ['Drei Buchstaben ', { strong: ['des Lieferanten'] }, ' genügen.'] }], language: 'de' },
    anchor: { role: 'searchbox', name: { en: 'Search', de: 'Suchen' } },
    mark: 'beacon',
    opens: 'new-order',
    where: ['/orders'],
    who: { department: ['Purchasing'], language: ['en', 'de'] },
    from: '2026-01-01',
    until: '2026-12-31',
    priority: 60,
    pack: {
      id: 'first-orders',
      version: 7,
      language: 'en',
      sample: true,
      title: { text: 'Erste Bestellungen', language: 'de' },
    },
  });
});

test.each<[string, object, object]>([
  [
    'a name and a department',
    { name: 'Ada Lovelace', department: 'Purchasing' },
    { name: 'Ada Lovelace', department: 'Purchasing' },
  ],
  ['a name with characters that nobody sees', { name: 'A\u202eda\u200b' }, { name: 'Ada' }],
  ['a department of which nothing is seen', { department: '\u200b\u2060' }, {}],
  ['nobody', {}, {}],
])('the credit of a guide says what can be seen of %s', (_name, credit, shown) => {
  const credited = pack.parse(withField(aPack, 'guides.1.credit', credit));
  expect(localizeGuide(credited.guides[1]!, credited, ['de']).credit).toEqual(shown);
  expect(localizeGuide(read.guides[1]!, read, ['de']).credit).toBeUndefined();
});

test('a localized walkthrough keeps its steps and branches', () => {
  expect(localizeGuide(read.guides[1]!, read, ['fr'])).toMatchObject({
    kind: 'walkthrough',
    title: { text: 'Place an order', language: 'en' },
    steps: [
      { id: 'begin', at: '/orders', go: '/orders', advance: { on: 'click' }, anchor: { role: 'link' }, body: { language: 'en' } },
      { id: 'end', title: { text: 'Done', language: 'en' }, advance: { on: 'next' } },
    ],
  });
});

test.each([
  ['the language itself', ['de'], 'de'],
  ['a variety takes the language', ['de-CH'], 'de'],
  ['the first that there is', ['fr', 'de', 'en'], 'de'],
  ['none: the base language', ['fr'], 'en'],
  ['no wish at all', [], 'en'],
  ['in any case', ['DE-at'], 'de'],
])('the language chosen for %s', (_name, languages, expected) => {
  expect(localizeGuide(read.guides[0]!, read, languages).title.language).toBe(expected);
});

test('each text falls back to the base language by itself', () => {
  const half = pack.parse(withField(aPack, 'guides.0.body', 'Only English.'));
  expect(localizeGuide(half.guides[0]!, half, ['de'])).toMatchObject({ title: { language: 'de' }, body: { language: 'en' } });
});

test('characters that nobody sees are removed from every text of every kind of guide', () => {
  const hidden = (text: string) => `\u202e${text}\u2066\u200b\u061c&#x202e;`;
  const common = { title: hidden('T') };
  const step = {
    id: 's',
    title: hidden('T'),
    body: hidden('B'),
    anchor: { role: 'textbox' },
    advance: { on: 'input', value: { is: 'filled' }, message: hidden('M') },
    checks: [{ requires: { is: 'value', value: { is: 'filled' } }, message: hidden('M') }],
    wait: { seconds: 3, message: hidden('M') },
    fallbackBody: hidden('F'),
    do: { act: 'fill', with: hidden('W') },
  };
  const link = { to: 'https://m.example/', text: hidden('L') };
  const guides = [
    { kind: 'tip', id: 'a', ...common, anchor: { role: 'button' }, body: hidden('B') },
    { kind: 'walkthrough', id: 'b', ...common, steps: [step, { ...step, id: 't', do: { act: 'choose', option: hidden('O') } }] },
    { kind: 'notice', id: 'c', ...common, body: hidden('B'), link },
    {
      kind: 'checklist',
      id: 'd',
      ...common,
      body: hidden('B'),
      thanks: hidden('X'),
      items: [{ id: 'i', title: hidden('T'), body: hidden('B'), link: '/a' }],
    },
    { kind: 'question', id: 'e', ...common, body: hidden('B'), asks: { what: 'umux-lite', about: hidden('A') } },
    {
      kind: 'question',
      id: 'f',
      ...common,
      asks: {
        what: 'choice',
        options: [
          { id: 'o', text: hidden('O') },
          { id: 'p', text: hidden('P') },
        ],
      },
    },
    { kind: 'reply', id: 'g', ...common, to: { route: '/a' }, youSaid: hidden('Y'), weDid: hidden('W'), link },
  ];
  const dirty = pack.parse({ ...aPack, title: hidden('P'), guides });
  for (const guide of dirty.guides) {
    // The wordings by which an option is found in the app are the app's own, and are never shown.
    const shown = JSON.stringify(localizeGuide(guide, dirty, ['en']), (key, value) => (key === 'known' ? undefined : value));
    expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u061c]/);
  }
});

test.each(['\u200b', '\u202e\u2066', '\u3164', ' \u00ad '])('a text that shows nothing is refused: %j', (text) => {
  expect(pack.safeParse(withField(aPack, 'guides.0.title', text)).error?.issues[0]?.message).toBe(
    'must hold something that can be seen',
  );
});

test('another variety of the person’s language is preferred to the base language', () => {
  const brazil = pack.parse(withField(aPack, 'guides.0.title', { en: 'Search', 'pt-BR': 'Buscar' }));
  expect(localizeGuide(brazil.guides[0]!, brazil, ['pt-PT']).title).toEqual({ text: 'Buscar', language: 'pt-BR' });
});

test('a guide is localized once for the same pack and languages', () => {
  expect(localizedGuideIn(read, 'search', ['de'])).toBe(localizedGuideIn(read, 'search', ['de']));
  expect(localizedGuideIn(read, 'search', ['de'])).not.toBe(localizedGuideIn(read, 'search', ['en']));
  expect(localizedGuideIn(read, 'search', ['de'])?.id).toBe('search');
  expect(localizedGuideIn(read, 'no-such', ['de'])).toBeUndefined();
});

test('a localized guide is plain data', () => {
  const guides = read.guides.map(({ id }) => localizedGuideIn(read, id, ['de']));
  expect(JSON.parse(JSON.stringify(guides))).toEqual(structuredClone(guides));
});
