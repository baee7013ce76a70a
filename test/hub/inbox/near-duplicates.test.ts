import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearDuplicates, nGrams, similarity } from '../../../src/hub/inbox/near-duplicates.ts';

const item = (words: string | undefined, more: object = {}) => ({
  ...{ id: crypto.randomUUID() as string, place: 'orders/save', choice: 'slowed', words },
  ...more,
});

const sizes = (...items: ReturnType<typeof item>[]) =>
  nearDuplicates(items)
    .map(({ length }) => length)
    .sort();

test.each([
  ['Saving takes a whole minute', 'saving takes a minute!'],
  ['The search does not find my order', 'Search does not find my orders'],
  ['Das Speichern dauert ewig', 'das speichern dauert hier ewig'],
  ['Rien ne se passe après enregistrer', 'rien ne se passe apres « Enregistrer »'],
  ['保存がとても遅い', '保存が遅い'],
  ['الحفظ بطيء جدا', 'الحفظ بطيءٌ جداً'],
])('%s and %s are alike', (one, other) => {
  expect(sizes(item(one), item(other))).toEqual([2]);
});

test.each([
  ['Saving takes a whole minute', 'The button is hidden behind the chat window'],
  ['I cannot find the export', 'I cannot change the delivery date'],
  ['保存が遅い', '検索で見つからない'],
  ['ok', 'no'],
])('%s and %s are not alike', (one, other) => {
  expect(sizes(item(one), item(other))).toEqual([1, 1]);
});

test('only items of one place are alike', () => {
  expect(sizes(item('Too slow'), item('Too slow', { place: 'orders/delete' }))).toEqual([1, 1]);
});

test('praise is not grouped with a complaint in nearly the same words', () => {
  expect(sizes(item('Saving works well', { choice: 'works' }), item('Saving works not well'))).toEqual([1, 1]);
});

test('without words only equal choices are alike, and never those with words', () => {
  const items = [item(undefined), item(undefined), item(undefined, { choice: 'missing' }), item('Too slow')];
  expect(sizes(...items)).toEqual([1, 1, 2]);
});

test('words of nothing but punctuation are alike, and do not fail', () => {
  expect(sizes(item('!!!'), item('???'), item('…'))).toEqual([3]);
});

test('similarity is symmetric, 1 for equal texts, and from 0 to 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const [a, b] = [nGrams(one), nGrams(other)];
      expect(similarity(a, b)).toBe(similarity(b, a));
      expect(similarity(a, a)).toBe(1);
      expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
      expect(similarity(a, b)).toBeLessThanOrEqual(1);
    }),
  );
});

const words = fc.option(fc.array(fc.constantFrom('save', 'slow', 'search', 'the', 'button', 'order'), { maxLength: 5 }), {
  nil: undefined,
});
const items = fc
  .array(fc.record({ words, place: fc.constantFrom('a', 'b'), choice: fc.constantFrom('slowed', 'works') }), { maxLength: 12 })
  .map((all) => all.map((one, nth) => ({ ...one, id: String(nth), words: one.words?.join(' ') })));

const asSets = (groups: { id: string }[][]) =>
  groups
    .map((group) =>
      group
        .map(({ id }) => id)
        .sort()
        .join(),
    )
    .sort();

test('each item is in one group, whatever the order in which they come', () => {
  fc.assert(
    fc.property(items, fc.infiniteStream(fc.nat()), (all, order) => {
      const groups = nearDuplicates(all);
      expect(
        groups
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(all.map(({ id }) => id).sort());
      const shuffled = all
        .map((one) => ({ one, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(asSets(nearDuplicates(shuffled))).toEqual(asSets(groups));
    }),
  );
});
