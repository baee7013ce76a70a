import { expect, test } from 'vitest';
import type { Row } from '../../src/ledger/row.ts';
import { matchVerdicts, nextBatch } from '../../src/upload/batch.ts';
import { feedback, words } from '../ledger/entries.ts';

const row = (seq: number, entry: Row['entry'] = feedback()): Row => ({ seq, entry, state: 'waiting', keptAt: 0, attempts: 0 });
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
  const verdicts = [
    { id: b.entry.id.toUpperCase(), taken: false, path: 'route', reason: 'is empty' },
    { id: a.entry.id, taken: true, again: false },
    { id: feedback().id, taken: true, again: false },
  ] as const;
  expect(matchVerdicts([a, b, c], verdicts)).toEqual([
    { seq: 1, verdict: verdicts[1] },
    { seq: 2, verdict: verdicts[0] },
  ]);
});

test('a verdict without an id counts by its place, if there is one for each', () => {
  const [a, b] = [row(1), row(2)];
  const taken = { id: a.entry.id, taken: true, again: false } as const;
  const unreadable = { id: null, taken: false, path: '', reason: 'is not an entry' } as const;
  expect(matchVerdicts([a, b], [taken, unreadable])).toEqual([
    { seq: 1, verdict: taken },
    { seq: 2, verdict: unreadable },
  ]);
  expect(matchVerdicts([a, b], [unreadable])).toEqual([]);
});

test('an id that the hub holds for another install is ours from before', () => {
  const a = row(1);
  const held = { id: a.entry.id, taken: false, path: 'id', reason: 'belongs to an entry of another install' } as const;
  expect(matchVerdicts([a], [held])).toEqual([{ seq: 1, verdict: { id: a.entry.id, taken: true, again: true } }]);
});
