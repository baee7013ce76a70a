import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrivalsText,
  findArrivals,
  mergeItems,
  NO_ARRIVALS,
  pollCursor,
} from '../../../../src/desk/features/backlog/arrivals.ts';
import type { BacklogItem } from '../../../../src/model/hub-api/backlog-item.ts';
import { feedback } from '../../feedback.ts';

/** Feedback numbered as given, with ids that follow from the numbers. */
const piece = (seq: number, given: Partial<BacklogItem> = {}) =>
  feedback({
    id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
    seq,
    at: '2025-03-10T12:00:00Z',
    receivedAt: '2025-03-10T12:00:00Z',
    ...given,
  });
const pieces = (...seqs: number[]) => seqs.map((seq) => piece(seq));
const seqs = (items: readonly BacklogItem[]) => items.map(({ seq }) => seq);

test('what is not shown yet is fresh, what is shown and the same is nothing', () => {
  const found = findArrivals({ items: pieces(4, 3, 2), next: null }, { items: pieces(3, 2, 1), hasOlder: false });
  expect(seqs(found.fresh)).toEqual([4]);
  expect(found.changed).toEqual([]);
});

test('words that followed make a change, not an arrival', () => {
  const withWords = piece(2, { words: 'It loads twice' });
  const found = findArrivals({ items: [withWords], next: null }, { items: pieces(3, 2, 1), hasOlder: false });
  expect(found).toEqual({ fresh: [], changed: [withWords], hasGap: false });
});

test('a lower number that became visible late is fresh too', () => {
  const found = findArrivals({ items: pieces(5, 4, 3), next: null }, { items: pieces(5, 3), hasOlder: true });
  expect(seqs(found.fresh)).toEqual([4]);
});

test('older feedback whose page is not loaded is no news, even when it got words', () => {
  const found = findArrivals(
    { items: [piece(9), piece(2, { words: 'late' })], next: null },
    { items: pieces(8, 7), hasOlder: true },
  );
  expect(seqs(found.fresh)).toEqual([9]);
});

test('more than one answer holds is a gap', () => {
  expect(findArrivals({ items: pieces(9, 8), next: '8' }, { items: pieces(1), hasOlder: false }).hasGap).toBe(true);
});

test.each([
  [NO_ARRIVALS, ''],
  [{ fresh: pieces(1, 2, 3), changed: [], hasGap: false }, '3 new'],
  [{ fresh: [], changed: pieces(1), hasGap: false }, '1 updated'],
  [{ fresh: pieces(1), changed: pieces(2, 3), hasGap: false }, '1 new, 2 updated'],
  [{ fresh: pieces(1, 2), changed: pieces(3), hasGap: true }, 'more than 2 new'],
])('said in words: %#', (arrivals, said) => {
  expect(arrivalsText(arrivals)).toBe(said);
});

test('the twenty newest are looked at again', () => {
  const many = Array.from({ length: 60 }, (_, index) => piece(100 - index));
  expect(pollCursor(many)).toBe(80);
  expect(pollCursor(many.slice(0, 19))).toBe(0);
  expect(pollCursor([])).toBe(0);
});

test('whatever comes in whatever order, a merged list holds each once, newest first, in its latest form', () => {
  const list = fc.uniqueArray(fc.integer({ min: 1, max: 40 }));
  fc.assert(
    fc.property(list, list, (shown, more) => {
      const later = more.map((seq) => piece(seq, { words: 'later' }));
      const items = mergeItems(pieces(...shown), later);
      expect(seqs(items)).toEqual([...new Set([...shown, ...more])].sort((one, other) => other - one));
      expect(items.filter(({ words }) => words === 'later').length).toBe(more.length);
    }),
  );
});
