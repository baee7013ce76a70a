import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { wrap } from 'idb';
import { expect, test } from 'vitest';
import { createLedger } from '../../src/ledger/ledger.ts';
import type { LedgerRow } from '../../src/ledger/row.ts';
import { type LedgerDb, upgrades } from '../../src/ledger/shape.ts';
import { handClock } from '../runtime/hand-clock.ts';
import { feedback } from './entries.ts';
import { freshLedger } from './fresh-ledger.ts';

const bump = (indexedDB: IDBFactory, version: number) =>
  new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('ledger', version);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });

test('the ledger closes its connection when another context upgrades, and continues with the newer database', async () => {
  const { ledger, indexedDB } = freshLedger();
  await ledger.append({ entry: feedback() });
  (await bump(indexedDB, 99)).close();
  expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true, seq: 2 });
  expect(await ledger.waiting(5)).toHaveLength(2);
});

test.each(upgrades.map((_, version) => version + 1))(
  'rows of version %i of the database are still there, and can be sent',
  async (version) => {
    const indexedDB = new IDBFactory();
    const request = indexedDB.open('ledger', version);
    request.onupgradeneeded = () => {
      const db = wrap(request.result) as unknown as LedgerDb;
      for (const step of upgrades.slice(0, version)) step(db);
    };
    const old = (await wrap(request)) as unknown as LedgerDb;
    const entry = feedback();
    await old.add('rows', { entry, state: 'waiting', recordedAt: 0, attempts: 0 } as LedgerRow);
    old.close();

    const ledger = createLedger({ name: 'ledger', indexedDB, clock: handClock() });
    expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true, seq: 2 });
    expect((await ledger.waiting()).map((row) => row.entry.id)[0]).toBe(entry.id);
    await ledger.markAttempt([1]);
    expect((await ledger.erase(entry.id)).atHub).toEqual([entry.id]);
    expect(await ledger.notices()).toEqual([]);
  },
);

test('without a fallback store, a database that cannot be opened is reported, and opening is tried again the next time', async () => {
  const factory = new IDBFactory();
  let broken = true;
  const indexedDB = new Proxy(factory, {
    get: (target, key) => () => {
      if (broken) throw new DOMException('Internal error opening backing store', 'UnknownError');
      return Reflect.apply(Reflect.get(target, key), target, ['ledger', 1]);
    },
  });
  const ledger = createLedger({ name: 'ledger', indexedDB, clock: handClock() });
  expect(await ledger.append({ entry: feedback() })).toEqual({
    ok: false,
    why: 'broken',
    detail: expect.stringContaining('opening backing store'),
  });
  broken = false;
  expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true });
});
