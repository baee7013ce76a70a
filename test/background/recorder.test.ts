import { expect, test } from 'vitest';
import { createRecorder, type RecordEntry } from '../../src/background/recorder.ts';
import { freshLedger } from '../ledger/fresh-ledger.ts';

type Draft = Parameters<RecordEntry>[0];
const where = { app: 'orders', route: '/orders/:id' };
const about = { pack: 'orders', version: 1, guide: 'first-order' };
const of = '7b0c2c61-8f2b-4a52-9d5e-2f2f5a3c7d10';

const drafts: [string, Draft, keptWhilePaused: boolean][] = [
  ['one click of feedback', { kind: 'feedback', ...where, choice: 'slowed' }, true],
  ['words after it', { kind: 'words', ...where, of, words: 'It hides' }, true],
  ['a guide that was shown', { kind: 'guide', ...where, about, what: 'shown' }, false],
  ['friction', { kind: 'friction', ...where, signal: 'no-response' }, false],
  ['a task', { kind: 'task', ...where, pack: 'orders', version: 1, task: 'approve', what: 'started' }, false],
];

function recording(isPaused: boolean) {
  const { ledger } = freshLedger();
  const sent: string[] = [];
  const record = createRecorder({
    ledger,
    upload: { onRecorded: async ({ kind }) => void sent.push(kind) },
    pause: { current: async () => (isPaused ? { until: 'asked' } : undefined) },
    onNewEntry: async () => undefined,
  });
  return { ledger, sent, record };
}

test.each(drafts)('%s is kept while nothing is paused, and goes on its way', async (_, draft) => {
  const { ledger, sent, record } = recording(false);
  expect(await record(draft)).toMatchObject({ ok: true });
  expect((await ledger.read()).rows.map(({ entry }) => entry.kind)).toEqual([draft.kind]);
  expect(sent).toEqual([draft.kind]);
});

test.each(drafts)('%s while recording is paused: what the person says is taken, nothing else', async (_, draft, isRecorded) => {
  const { ledger, sent, record } = recording(true);
  expect(await record(draft)).toMatchObject({ ok: isRecorded });
  const kinds = isRecorded ? [draft.kind] : [];
  expect((await ledger.read()).rows.map(({ entry }) => entry.kind)).toEqual(kinds);
  expect(sent).toEqual(kinds);
});

test('whoever cannot tell whether it is paused records nothing', async () => {
  const { ledger } = freshLedger();
  const pause = { current: () => Promise.reject(new Error('storage')) };
  const record = createRecorder({
    ledger,
    upload: { onRecorded: async () => undefined },
    pause,
    onNewEntry: async () => undefined,
  });
  await expect(record(drafts[3]![1])).rejects.toThrow('storage');
  expect((await ledger.read()).rows).toEqual([]);
});
