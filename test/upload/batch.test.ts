import { expect, test } from 'vitest';
import type { LedgerRow } from '../../src/ledger/row.ts';
import { matchResults, nextBatch } from '../../src/upload/batch.ts';
import { feedback, words } from '../ledger/entries.ts';

const row = (seq: number, entry: LedgerRow['entry'] = feedback()): LedgerRow => ({
  seq,
  entry,
  state: 'waiting',
  recordedAt: 0,
  attempts: 0,
});
const none: ReadonlySet<number> = new Set();

test.each([
  { size: 2, without: none, seqs: [1, 2] },
  { size: 2, without: new Set([1]), seqs: [2, 3] },
  { size: 500, without: none, seqs: [1, 2, 3, 4] },
  { size: 500, without: new Set([1, 2, 3, 4]), seqs: [] },
])('a batch of up to $size leaves out what is aside, in order: $seqs', ({ size, without, seqs }) => {
  const waiting = [1, 2, 3, 4].map((seq) => row(seq));
  expect(nextBatch(waiting, { size, without }).map(({ seq }) => seq)).toEqual(seqs);
});

test('a batch ends before it is too much for one request', () => {
  const waiting = Array.from({ length: 200 }, (_, n) => row(n, words(feedback().id, 'x'.repeat(4000))));
  const batch = nextBatch(waiting, { size: 500, without: none });
  expect(batch).toHaveLength(62);
  expect(JSON.stringify(batch.map(({ entry }) => entry)).length).toBeLessThan(257 * 1024);
});

test('verdicts find their rows by id, in any order and any case; those of nobody are left', () => {
  const [a, b, c] = [row(1), row(2), row(3)];
  const results = [
    { id: b.entry.id.toUpperCase(), accepted: false, path: 'route', reason: 'is empty' },
    { id: a.entry.id, accepted: true, duplicate: false },
    { id: feedback().id, accepted: true, duplicate: false },
  ] as const;
  expect(matchResults([a, b, c], results)).toEqual([
    { seq: 1, result: results[1] },
    { seq: 2, result: results[0] },
  ]);
});

test('a verdict without an id counts by its place, if there is one for each', () => {
  const [a, b] = [row(1), row(2)];
  const accepted = { id: a.entry.id, accepted: true, duplicate: false } as const;
  const unreadable = { id: null, accepted: false, path: '', reason: 'is not an entry' } as const;
  expect(matchResults([a, b], [accepted, unreadable])).toEqual([
    { seq: 1, result: accepted },
    { seq: 2, result: unreadable },
  ]);
  expect(matchResults([a, b], [unreadable])).toEqual([]);
});

test('an id that the hub holds for another install is ours from before', () => {
  const a = row(1);
  const held = { id: a.entry.id, accepted: false, path: 'id', reason: 'belongs to an entry of another install' } as const;
  expect(matchResults([a], [held])).toEqual([{ seq: 1, result: { id: a.entry.id, accepted: true, duplicate: true } }]);
});
