import { expect, test } from 'vitest';
import type { ShownTip } from '../../src/model/shown.ts';
import { choose, type Facts, judgeFit } from '../../src/targeting/fits.ts';

const said = (words: string) => ({ words, language: 'en' });
const tip = (over: Partial<ShownTip> = {}): ShownTip => ({
  kind: 'tip',
  id: 'a-tip',
  app: 'orders',
  pack: { id: 'basics', version: 1, title: said('Basics'), language: 'en', sample: false },
  title: said('Search'),
  body: { rich: [], language: 'en' },
  anchor: { role: 'searchbox', name: 'Search' },
  priority: 50,
  ...over,
});
const facts: Facts = {
  url: 'https://app.example/orders/index.html#/Orders/7',
  audience: { department: 'Sales', role: 'clerk' },
  languages: ['de-AT', 'en'],
  today: '2026-11-22',
  settled: {},
};

test.each([
  ['nothing asked', {}, undefined],
  ['place matches', { where: ['/orders/*#/Orders/:id'] }, undefined],
  ['another of its places matches', { where: ['/products/*', '/orders/*'] }, undefined],
  ['no place matches', { where: ['/products/*'] }, 'place'],
  ['hash route does not match', { where: ['/orders/*#/Products/:id'] }, 'place'],
  ['department matches', { who: { department: ['Buying', 'Sales'] } }, undefined],
  ['department does not match', { who: { department: ['Buying'] } }, 'audience'],
  ['attribute that the policy does not give', { who: { site: ['Graz'] } }, 'audience'],
  ['both attributes must match', { who: { department: ['Sales'], role: ['manager'] } }, 'audience'],
  ['language by its base', { who: { language: ['de'] } }, undefined],
  ['language nobody here speaks', { who: { language: ['fr'] } }, 'language'],
  ['a region is not its base', { who: { language: ['en-GB'] } }, 'language'],
  ['begins today', { from: '2026-11-22' }, undefined],
  ['begins tomorrow', { from: '2026-11-23' }, 'dates'],
  ['last day is today', { until: '2026-11-22' }, undefined],
  ['ended yesterday', { until: '2026-11-21' }, 'dates'],
] as const)('%s', (_name, over, rule) => {
  const verdict = judgeFit(tip(over as Partial<ShownTip>), facts);
  expect(verdict.fits ? undefined : verdict.rule).toBe(rule);
});

test('two dismissals end a tip for good, one does not', () => {
  const after = (dismissed: number) =>
    judgeFit(tip(), { ...facts, settled: { 'basics/a-tip': { dismissed, done: false } } }).fits;
  expect([after(0), after(1), after(2), after(3)]).toEqual([true, true, false, false]);
});

test('higher priority goes first, the order of the pack decides between equals', () => {
  const chosen = choose([tip({ id: 'one' }), tip({ id: 'two', priority: 90 }), tip({ id: 'three' })], facts);
  expect(chosen.map(({ id }) => id)).toEqual(['two', 'one', 'three']);
});
