import { expect, test } from 'vitest';
import { createRecorder, type EntryDraft } from '../../src/background/recorder.ts';
import { freshLedger } from '../ledger/fresh-ledger.ts';
import { appRoutesInMemory } from './app-routes-in-memory.ts';

const where = { app: 'orders', route: '/orders/:id' };
const about = { pack: 'orders', version: 1, guide: 'first-order' };
const of = '7b0c2c61-8f2b-4a52-9d5e-2f2f5a3c7d10';

const drafts: [string, EntryDraft, isRecordedWhilePaused: boolean][] = [
  ['one click of feedback', { kind: 'feedback', ...where, choice: 'slowed' }, true],
  ['words after it', { kind: 'words', ...where, of, words: 'It hides' }, true],
  ['a guide that was shown', { kind: 'guide', ...where, about, what: 'shown' }, false],
  ['friction', { kind: 'friction', ...where, signal: 'no-response' }, false],
  ['a task', { kind: 'task', ...where, pack: 'orders', version: 1, task: 'approve', what: 'started' }, false],
];

function recording(isPaused: boolean) {
  const { ledger } = freshLedger();
  const published: string[] = [];
  const errors: unknown[] = [];
  const { record, onRecorded } = createRecorder({
    ledger,
    pause: { current: async () => (isPaused ? { until: 'asked' } : undefined) },
    routes: appRoutesInMemory(),
    report: (error) => errors.push(error),
  });
  onRecorded([({ kind }) => void published.push(kind)]);
  return { ledger, published, errors, record, onRecorded };
}

test.each(drafts)('%s is recorded while nothing is paused, and subscribers are told', async (_, draft) => {
  const { ledger, published, record } = recording(false);
  expect(await record(draft)).toMatchObject({ ok: true });
  expect((await ledger.read()).rows.map(({ entry }) => entry.kind)).toEqual([draft.kind]);
  expect(published).toEqual([draft.kind]);
});

test.each(drafts)('%s, while recording is paused, is taken only if the person submitted it', async (_, draft, isRecorded) => {
  const { ledger, published, record } = recording(true);
  expect(await record(draft)).toMatchObject({ ok: isRecorded });
  const kinds = isRecorded ? [draft.kind] : [];
  expect((await ledger.read()).rows.map(({ entry }) => entry.kind)).toEqual(kinds);
  expect(published).toEqual(kinds);
});

test('nothing is recorded when it cannot be read whether recording is paused', async () => {
  const { ledger } = freshLedger();
  const pause = { current: () => Promise.reject(new Error('storage')) };
  const { record } = createRecorder({ ledger, pause, routes: appRoutesInMemory(), report: () => undefined });
  await expect(record(drafts[3]![1])).rejects.toThrow('storage');
  expect((await ledger.read()).rows).toEqual([]);
});

test('subscribers are told in their order, each once the one before is done', async () => {
  const { record, onRecorded } = recording(false);
  const order: string[] = [];
  const after = (ms: number, name: string) => async () => {
    await new Promise((done) => setTimeout(done, ms));
    order.push(name);
  };
  onRecorded([after(5, 'slow'), after(0, 'quick')]);
  await record(drafts[0]![1]);
  expect(order).toEqual(['slow', 'quick']);
});

test('a subscriber that fails is reported, and neither the record nor the next subscriber suffers', async () => {
  const { ledger, errors, record, onRecorded } = recording(false);
  const order: string[] = [];
  const fault = new Error('subscriber');
  onRecorded([() => Promise.reject(fault), ({ kind }) => void order.push(kind)]);
  expect(await record(drafts[0]![1])).toMatchObject({ ok: true });
  expect((await ledger.read()).rows).toHaveLength(1);
  expect(errors).toEqual([fault]);
  expect(order).toEqual(['feedback']);
});

test('subscribers hear nothing of an entry that the ledger refused', async () => {
  const { published, record } = recording(false);
  const malformed = { ...drafts[0]![1], choice: 'rage' } as never;
  expect(await record(malformed)).toMatchObject({ ok: false });
  expect(published).toEqual([]);
});

test.each(drafts)('%s is recorded with the disclosed form of its route, whoever made it', async (_, draft) => {
  const { ledger, record } = recording(false);
  await record({ ...draft, route: '/settings/jane_roe/qwzxvkpmbtrnhd' });
  expect((await ledger.read()).rows.map(({ entry }) => entry.route)).toEqual(['/settings/:id/:id']);
});

test.each([
  ['button', 'button'],
  ['janeroe', 'generic'],
  ['Button', 'generic'],
  ['constructor', 'generic'],
])('of a control with the role %s the role %s is recorded', async (role, recorded) => {
  const { ledger, record } = recording(false);
  await record({ kind: 'feedback', ...where, choice: 'slowed', control: { role, name: 'Save' } });
  const [row] = (await ledger.read()).rows;
  expect(row?.entry).toMatchObject({ control: { role: recorded, name: 'Save' } });
});
