import { afterEach, expect, test } from 'vitest';
import { FALLBACK_KEY } from '../../src/ledger/fallback-store.ts';
import { feedback, guideEntry, words } from './entries.ts';
import { freshLedger } from './fresh-ledger.ts';

const { add, delete: remove } = IDBObjectStore.prototype;
const removeAt = IDBCursor.prototype.delete;
afterEach(() => {
  Object.assign(IDBObjectStore.prototype, { add, delete: remove });
  IDBCursor.prototype.delete = removeAt;
});

/** From now on the disk has room for this many more rows. Browsers report a full disk by aborting the transaction at its end. */
function diskWithRoomFor(rows: number): void {
  let room = rows;
  IDBObjectStore.prototype.add = function (value: unknown) {
    const request = add.call(this, value);
    if (this.name !== 'rows') return request;
    if (room > 0) room--;
    else request.addEventListener('success', () => abortAsFull(this.transaction));
    return request;
  };
  IDBCursor.prototype.delete = function () {
    room++;
    return removeAt.call(this);
  };
}

const abortAsFull = (transaction: IDBTransaction) =>
  (transaction as IDBTransaction & { _abort(name: string): void })._abort('QuotaExceededError');

test('on a full disk the oldest rows that nobody submitted are dropped, those that the hub has first, and a notice tells the owner', async () => {
  const { ledger, clock } = freshLedger();
  const submitted = feedback();
  await ledger.append({ entry: submitted });
  for (let n = 0; n < 100; n++) await ledger.append({ entry: guideEntry() });
  await ledger.append({ entry: words(submitted.id) });
  const sent = (await ledger.waiting()).slice(60, 80);
  const results = sent.map(({ seq, entry }) => ({ seq, result: { id: entry.id, accepted: true, duplicate: false } as const }));
  await ledger.settle({ results, at: clock.now(), reason: 'count' });
  diskWithRoomFor(0);

  expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true });
  const seqs = (await ledger.read({ limit: 200 })).rows.map(({ seq }) => seq).reverse();
  expect(seqs[0]).toBe(1);
  expect(seqs[1]).toBe(32);
  expect(seqs).toHaveLength(53);
  expect(await ledger.counts()).toMatchObject({ sent: 0, waiting: 53 });
  expect(await ledger.notices()).toEqual([{ what: 'dropped', count: 50, from: clock.now(), to: clock.now() }]);
});

test('room is made once a minute; entries that come earlier are given up and counted; drops within a day are one notice', async () => {
  const { ledger, clock } = freshLedger();
  const start = clock.now();
  diskWithRoomFor(60);
  for (let n = 0; n < 120; n++) await ledger.append({ entry: guideEntry() });
  expect(await ledger.notices()).toEqual([{ what: 'dropped', count: 60, from: start, to: start }]);
  clock.advance(60_000);
  await ledger.append({ entry: guideEntry() });
  expect(await ledger.notices()).toEqual([{ what: 'dropped', count: 110, from: start, to: start + 60_000 }]);
  clock.advance(25 * 3_600_000);
  for (let n = 0; n < 50; n++) await ledger.append({ entry: guideEntry() });
  expect(await ledger.notices()).toMatchObject([{ count: 110 }, { count: 50 }]);
  clock.advance(31 * 24 * 3_600_000);
  await ledger.prune(30);
  expect(await ledger.notices()).toEqual([]);
});

test('on a full disk with nothing left to drop, a guide entry is given up and feedback goes to the fallback store', async () => {
  const { ledger, kv } = freshLedger();
  diskWithRoomFor(10);
  for (let n = 0; n < 10; n++) await ledger.append({ entry: feedback() });
  expect(await ledger.append({ entry: guideEntry() })).toMatchObject({ ok: false, why: 'full' });
  expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true });
  expect(kv.values.get(FALLBACK_KEY)).toHaveLength(1);
  expect(await ledger.counts()).toMatchObject({ waiting: 11 });
});
