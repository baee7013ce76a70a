import { expect, test } from 'vitest';
import { feedback, guideEntry, words } from './entries.ts';
import { freshLedger } from './fresh-ledger.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('entries are stored exactly as they are sent, in order of arrival, and survive a restart', async () => {
  const { ledger, clock, reopened } = freshLedger();
  const entries = [feedback(), guideEntry(), feedback()];
  for (const entry of entries) expect(await ledger.append({ entry })).toMatchObject({ ok: true, duplicate: false });
  const waiting = await reopened().waiting(10);
  expect(waiting.map(({ entry }) => entry)).toEqual(entries);
  expect(waiting.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(waiting[0]).toMatchObject({ state: 'waiting', attempts: 0, recordedAt: clock.now() });
  expect(await ledger.waiting(2)).toHaveLength(2);
});

test('an entry that is appended twice is stored once', async () => {
  const { ledger } = freshLedger();
  const entry = feedback();
  const first = await ledger.append({ entry });
  expect(await ledger.append({ entry })).toEqual({ ...first, duplicate: true });
  expect((await ledger.counts()).waiting).toBe(1);
});

test.each([
  ['nothing', undefined, /^entry: /],
  ['a string', 'feedback', /^entry: /],
  ['an unknown kind', { ...feedback(), kind: 'keystroke' }, /^kind: /],
  ['an unknown choice', { ...feedback(), choice: 'angry' }, /^choice: /],
  ['an invalid id', feedback({ id: '1' }), /^id: /],
  ['an unknown field', { ...feedback(), password: 'x' }, /password/],
  ['words that belong to no feedback', { ...words('x'), of: '' }, /^of: /],
])('append reports %s as malformed and stores nothing', async (_, entry, detail) => {
  const { ledger } = freshLedger();
  expect(await ledger.append({ entry })).toEqual({ ok: false, why: 'malformed', detail: expect.stringMatching(detail) });
  expect((await ledger.read()).rows).toEqual([]);
});

test('an entry that a rule withholds is stored with the rule and is never sent', async () => {
  const { ledger } = freshLedger();
  await ledger.append({ entry: guideEntry(), withheldBy: 'switches.guidance' });
  expect(await ledger.waiting(10)).toEqual([]);
  expect((await ledger.read()).rows).toMatchObject([{ state: 'withheld', withheldBy: 'switches.guidance' }]);
});

test('the hub’s results settle rows one by one', async () => {
  const { ledger, clock } = freshLedger();
  const [accepted, refused, left] = [feedback(), feedback(), feedback()];
  for (const entry of [accepted, refused, left]) await ledger.append({ entry });
  await ledger.markAttempt([1, 2, 3]);
  await ledger.settle({
    results: [
      { seq: 1, result: { id: accepted.id, accepted: true, duplicate: false } },
      { seq: 2, result: { id: refused.id, accepted: false, path: 'route', reason: 'is too long' } },
    ],
    at: clock.now(),
    reason: 'click',
  });
  const { rows } = await ledger.read();
  expect(rows).toMatchObject([
    { seq: 3, state: 'waiting', attempts: 1 },
    { seq: 2, state: 'refused', result: { reason: 'is too long' }, attempts: 1 },
    { seq: 1, state: 'sent', sentAt: clock.now(), flushReason: 'click' },
  ]);
  expect(await ledger.counts()).toEqual({ waiting: 1, sent: 1, refused: 1, withheld: 0 });
});

test('a result for a row that was erased meanwhile does not restore it', async () => {
  const { ledger, clock } = freshLedger();
  const entry = feedback();
  await ledger.append({ entry });
  await ledger.erase(entry.id);
  const result = { id: entry.id, accepted: true, duplicate: false } as const;
  await ledger.settle({ results: [{ seq: 1, result }], at: clock.now(), reason: 'time' });
  await ledger.markAttempt([1]);
  expect((await ledger.read()).rows).toEqual([]);
});

test('reading goes newest first and can be limited by page, kind and state', async () => {
  const { ledger, clock } = freshLedger();
  const submitted = feedback();
  const entries = [guideEntry(), submitted, guideEntry(), words(submitted.id), feedback()];
  for (const entry of entries) await ledger.append({ entry });
  const result = { id: submitted.id, accepted: true, duplicate: false } as const;
  await ledger.settle({ results: [{ seq: 2, result }], at: clock.now(), reason: 'click' });

  const first = await ledger.read({ limit: 2 });
  expect(first.rows.map(({ seq }) => seq)).toEqual([5, 4]);
  const second = await ledger.read({ limit: 2, before: first.next });
  expect(second.rows.map(({ seq }) => seq)).toEqual([3, 2]);
  expect(await ledger.read({ limit: 2, before: second.next })).toMatchObject({ rows: [{ seq: 1 }], next: undefined });
  expect((await ledger.read({ kinds: ['guide'] })).rows.map(({ seq }) => seq)).toEqual([3, 1]);
  expect((await ledger.read({ kinds: ['feedback', 'words'], states: ['waiting'] })).rows.map(({ seq }) => seq)).toEqual([5, 4]);
  expect((await ledger.read({ limit: 5 })).next).toBeUndefined();
});

test.each([
  { days: 30, age: 29 * DAY, left: ['feedback', 'feedback', 'guide', 'words'] },
  { days: 30, age: 31 * DAY, left: ['feedback', 'words'] },
  { days: 3650, age: 89 * DAY, left: ['feedback', 'feedback', 'guide', 'words'] },
  { days: 3650, age: 91 * DAY, left: ['feedback', 'words'] },
])('rows $age ms old under a retention of $days days: $left remain', async ({ days, age, left }) => {
  const { ledger, clock } = freshLedger();
  const sent = feedback();
  const unsent = feedback();
  for (const entry of [sent, unsent, words(unsent.id), guideEntry()]) await ledger.append({ entry });
  const result = { id: sent.id, accepted: true, duplicate: false } as const;
  await ledger.settle({ results: [{ seq: 1, result }], at: clock.now(), reason: 'click' });
  clock.advance(age);
  expect(await ledger.prune(days)).toBe(4 - left.length);
  expect((await ledger.read()).rows.map(({ entry }) => entry.kind).sort()).toEqual(left);
});

test('erasing feedback erases its words too, and nothing else', async () => {
  const { ledger } = freshLedger();
  const [mine, other] = [feedback(), feedback()];
  for (const entry of [mine, other, words(mine.id), words(other.id)]) await ledger.append({ entry });
  const { rows, atHub } = await ledger.erase(mine.id);
  expect(rows.map(({ seq }) => seq)).toEqual([1, 3]);
  expect(atHub).toEqual([]);
  expect((await ledger.read()).rows.map(({ seq }) => seq)).toEqual([4, 2]);
  expect(await ledger.erase(mine.id)).toEqual({ rows: [], atHub: [] });
  expect(await ledger.erasures()).toEqual([]);
});

test('several entries are erased at once, each with its words, and each is counted once', async () => {
  const { ledger } = freshLedger();
  const [mine, other] = [feedback(), feedback({ app: 'travel' })];
  const comment = words(mine.id);
  for (const entry of [mine, other, comment, words(other.id), guideEntry()]) await ledger.append({ entry });
  await ledger.markAttempt([3]);
  const { rows, atHub } = await ledger.erase(mine.id, comment.id, 'f2a7a1f8-1f6d-4c52-8a0b-0b6a0f6a4b11');
  expect(rows.map(({ seq }) => seq).sort()).toEqual([1, 3]);
  expect(atHub).toEqual([comment.id]);
  expect((await ledger.read()).rows.map(({ seq }) => seq)).toEqual([5, 4, 2]);
});

test('reading can be limited to apps', async () => {
  const { ledger } = freshLedger();
  for (const entry of [feedback(), feedback({ app: 'travel' }), guideEntry()]) await ledger.append({ entry });
  expect((await ledger.read({ apps: ['travel'] })).rows.map(({ seq }) => seq)).toEqual([2]);
  expect((await ledger.read({ apps: ['travel', 'orders'], kinds: ['feedback'] })).rows.map(({ seq }) => seq)).toEqual([2, 1]);
});

test('erasing an entry that was sent, even unanswered, requests its erasure at the hub, and the receipt is stored', async () => {
  const { ledger, clock } = freshLedger();
  const entry = feedback();
  const mine = entry.id;
  for (const one of [entry, words(mine)]) await ledger.append({ entry: one });
  await ledger.markAttempt([1]);
  expect((await ledger.erase(mine)).atHub).toEqual([mine]);
  expect(await ledger.erasures()).toEqual([{ id: mine, requestedAt: clock.now() }]);
  const receipt = { id: mine, erased: true, at: '2026-11-02T08:00:01.000Z' };
  await ledger.storeReceipt(receipt);
  await ledger.storeReceipt({ ...receipt, id: feedback().id });
  expect(await ledger.erasures()).toEqual([{ id: mine, requestedAt: clock.now(), receipt }]);
  expect(JSON.parse(await ledger.export()).erasures).toHaveLength(1);
  clock.advance(31 * DAY);
  await ledger.prune(30);
  expect(await ledger.erasures()).toEqual([]);
});

test('the export is JSON with every row and its unchanged entry', async () => {
  const { ledger } = freshLedger();
  const entries = [feedback(), guideEntry()];
  for (const entry of entries) await ledger.append({ entry });
  const exported = JSON.parse(await ledger.export());
  expect(exported).toMatchObject({ format: 'cairn-ledger/1', exportedAt: '2026-11-02T08:00:00.000Z' });
  expect(exported.rows.map((row: { entry: unknown }) => row.entry)).toEqual(entries);
});
