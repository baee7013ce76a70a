import { afterEach, expect, test } from 'vitest';
import { feedback, guideEntry, words } from './entries.ts';
import { freshLedger } from './fresh-ledger.ts';

const { add, delete: remove } = IDBObjectStore.prototype;
const removeAt = IDBCursor.prototype.delete;
afterEach(() => {
  Object.assign(IDBObjectStore.prototype, { add, delete: remove });
  IDBCursor.prototype.delete = removeAt;
});

/** From now on the disk holds so many rows more. Browsers tell a full disk by aborting the transaction at its end. */
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

test('on a full disk the oldest that nobody said makes room, first what the hub has; and a notice says so', async () => {
  const { ledger, clock } = freshLedger();
  const said = feedback();
  await ledger.append({ entry: said });
  for (let n = 0; n < 100; n++) await ledger.append({ entry: guideEntry() });
  await ledger.append({ entry: words(said.id) });
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

test('room is made once a minute; what comes too early is given up, counted, and what happens within a day is one notice', async () => {
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

test('where there is nothing left to drop, a guide entry is given up and what people say goes to the spare', async () => {
  const { ledger, kv } = freshLedger();
  diskWithRoomFor(10);
  for (let n = 0; n < 10; n++) await ledger.append({ entry: feedback() });
  expect(await ledger.append({ entry: guideEntry() })).toMatchObject({ ok: false, why: 'full' });
  expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true });
  expect(kv.values.get('ledger.spare')).toHaveLength(1);
  expect(await ledger.counts()).toMatchObject({ waiting: 11 });
});
