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
