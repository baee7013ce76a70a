import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { FALLBACK_KEY } from '../../src/ledger/fallback-store.ts';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import type { KeyValueStore } from '../../src/runtime/key-value-store.ts';
import { handClock } from '../runtime/hand-clock.ts';
import { feedback, guideEntry, words } from './entries.ts';
import { memoryKv } from './fresh-ledger.ts';

const HOUR = 3_600_000;

/** A ledger whose database breaks and is repaired when the test says so, and can be opened again as after a worker restart. */
function breakable(kv: KeyValueStore = memoryKv()) {
  const clock = handClock();
  const factory = new IDBFactory();
  const disk = { broken: false };
  const indexedDB = new Proxy(factory, {
    get: (_, key) =>
      key === 'open'
        ? (name: string, version: number) => {
            if (disk.broken) throw new DOMException('Internal error opening backing store', 'UnknownError');
            return factory.open(name, version);
          }
        : undefined,
  });
  const open = (): Ledger => createLedger({ name: 'ledger', indexedDB, clock, kv });
  return { clock, disk, open, kv };
}

const ids = async (ledger: Ledger) => (await ledger.waiting()).map(({ entry }) => entry.id);
const accepted = (id: string) => ({ id, accepted: true, duplicate: false }) as const;

test('while the database is broken, what people submit is kept, and guide entries are given up', async () => {
  const { disk, open } = breakable();
  disk.broken = true;
  const submitted = feedback();
  const entries = [submitted, words(submitted.id), feedback()];
  for (const entry of entries) expect(await open().append({ entry })).toMatchObject({ ok: true, duplicate: false });
  expect(await open().append({ entry: guideEntry() })).toMatchObject({ ok: false, why: 'broken' });

  const ledger = open();
  expect(await ids(ledger)).toEqual(entries.map(({ id }) => id));
  expect(await ledger.counts()).toEqual({ waiting: 3, sent: 0, refused: 0, withheld: 0 });
  expect((await ledger.read({ kinds: ['feedback'] })).rows.map(({ entry }) => entry.id)).toEqual([entries[2]?.id, submitted.id]);
  expect(await ledger.notices()).toMatchObject([{ what: 'dropped', count: 1 }]);
});

test('rows of the fallback store move to a repaired database in their order, before anything submitted later', async () => {
  const { disk, open, kv } = breakable();
  const before = feedback();
  await open().append({ entry: before });
  disk.broken = true;
  const during = [feedback(), feedback()];
  for (const entry of during) await open().append({ entry });
  disk.broken = false;
  const after = words(before.id);
  const ledger = open();
  await ledger.append({ entry: after });
  expect(await ids(ledger)).toEqual([before, ...during, after].map(({ id }) => id));
  expect((await ledger.waiting()).every(({ seq }) => seq > 0)).toBe(true);
  expect(await kv.get(FALLBACK_KEY)).toEqual([]);
});

test('rows are sent and settled in the fallback store, and keep their result when they move to the database', async () => {
  const { disk, open, clock } = breakable();
  disk.broken = true;
  const [sent, waits] = [feedback(), feedback()];
  const ledger = open();
  for (const entry of [sent, waits]) await ledger.append({ entry });
  const seqs = (await ledger.waiting()).map(({ seq }) => seq);
  await ledger.markAttempt(seqs);
  await ledger.settle({ results: [{ seq: seqs[0] ?? 0, result: accepted(sent.id) }], at: clock.now(), reason: 'click' });
  expect(await ids(ledger)).toEqual([waits.id]);

  disk.broken = false;
  expect(await ids(ledger)).toEqual([waits.id]);
  expect((await ledger.read()).rows).toMatchObject([
    { entry: waits, state: 'waiting', attempts: 1 },
    { entry: sent, state: 'sent', attempts: 1, flushReason: 'click', result: accepted(sent.id) },
  ]);
});

test('rows of the fallback store are erased at once if unsent; if sent, only when the erasure at the hub can be stored', async () => {
  const { disk, open } = breakable();
  disk.broken = true;
  const [sent, unsent] = [feedback(), feedback()];
  const ledger = open();
  for (const entry of [sent, unsent, words(unsent.id)]) await ledger.append({ entry });
  await ledger.markAttempt([(await ledger.waiting())[0]?.seq ?? 0]);
  expect((await ledger.erase(unsent.id)).rows).toHaveLength(2);
  await expect(ledger.erase(sent.id)).rejects.toThrow();
  expect(await ids(ledger)).toEqual([sent.id]);
  disk.broken = false;
  expect((await ledger.erase(sent.id)).atHub).toEqual([sent.id]);
  expect(await ids(ledger)).toEqual([]);
  expect(await ledger.erasures()).toMatchObject([{ id: sent.id }]);
});

test('an entry that is appended twice is stored once in the fallback store, too', async () => {
  const { disk, open } = breakable();
  const [first, second] = [feedback(), feedback()];
  await open().append({ entry: first });
  disk.broken = true;
  for (const entry of [first, second, second]) await open().append({ entry });
  disk.broken = false;
  expect(await ids(open())).toEqual([first.id, second.id]);
});

test('a fallback store that is full is reported', async () => {
  const { disk, open } = breakable();
  disk.broken = true;
  const ledger = open();
  for (let n = 0; n < 200; n++) expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true });
  expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: false, why: 'broken' });
  expect((await ledger.counts()).waiting).toBe(200);
});

test('without a working fallback store, a broken database is reported, not hidden', async () => {
  const failing = () => Promise.reject(new Error('no storage at all'));
  const { disk, open } = breakable({ get: failing, set: failing });
  disk.broken = true;
  expect(await open().append({ entry: feedback() })).toMatchObject({ ok: false, why: 'broken' });
  await expect(open().waiting()).rejects.toThrow('backing store');
  await expect(open().counts()).rejects.toThrow('backing store');
});

test('retention deletes no row that waits in the fallback store', async () => {
  const { disk, open, clock } = breakable();
  disk.broken = true;
  const submitted = feedback();
  await open().append({ entry: submitted });
  disk.broken = false;
  clock.advance(100 * 24 * HOUR);
  const ledger = open();
  await ledger.prune(30);
  expect(await ids(ledger)).toEqual([submitted.id]);
});

test('a row that is in the fallback store and in the database at once is read once', async () => {
  const kv = memoryKv();
  let isFull = false;
  const { disk, open } = breakable({
    get: (key) => kv.get(key),
    set: (key, value) => (isFull ? Promise.reject(new Error('no room')) : kv.set(key, value)),
  });
  disk.broken = true;
  const entry = feedback();
  await open().append({ entry });
  disk.broken = false;
  isFull = true;
  const ledger = open();
  await ledger.waiting().catch(() => undefined);
  expect((await ledger.read()).rows.map((row) => row.entry.id)).toEqual([entry.id]);
  expect(JSON.parse(await ledger.export()).rows).toHaveLength(1);
});
