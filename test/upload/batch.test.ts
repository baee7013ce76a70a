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
  { size: 2, excluded: none, seqs: [1, 2] },
  { size: 2, excluded: new Set([1]), seqs: [2, 3] },
  { size: 500, excluded: none, seqs: [1, 2, 3, 4] },
  { size: 500, excluded: new Set([1, 2, 3, 4]), seqs: [] },
])('a batch of at most $size rows without the excluded ones holds, in order, $seqs', ({ size, excluded, seqs }) => {
  const waiting = [1, 2, 3, 4].map((seq) => row(seq));
  expect(nextBatch(waiting, { size, excluded }).map(({ seq }) => seq)).toEqual(seqs);
});

test('a batch ends before it exceeds the size of one request', () => {
  const waiting = Array.from({ length: 200 }, (_, n) => row(n, words(feedback().id, 'x'.repeat(4000))));
  const batch = nextBatch(waiting, { size: 500, excluded: none });
  expect(batch).toHaveLength(62);
  expect(JSON.stringify(batch.map(({ entry }) => entry)).length).toBeLessThan(257 * 1024);
});

test('results are assigned to rows by id, in any order and any case; results without a row are ignored', () => {
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

test('a result without an id is assigned by position, if there is one result for each row', () => {
  const [a, b] = [row(1), row(2)];
  const accepted = { id: a.entry.id, accepted: true, duplicate: false } as const;
  const unreadable = { id: null, accepted: false, path: '', reason: 'is not an entry' } as const;
  expect(matchResults([a, b], [accepted, unreadable])).toEqual([
    { seq: 1, result: accepted },
    { seq: 2, result: unreadable },
  ]);
  expect(matchResults([a, b], [unreadable])).toEqual([]);
});

test('an id that the hub holds for another install counts as our own duplicate', () => {
  const a = row(1);
  const ofOtherInstall = {
    id: a.entry.id,
    accepted: false,
    path: 'id',
    reason: 'belongs to an entry of another install',
  } as const;
  expect(matchResults([a], [ofOtherInstall])).toEqual([{ seq: 1, result: { id: a.entry.id, accepted: true, duplicate: true } }]);
});
