import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createLedger } from '../../src/ledger/ledger.ts';
import { handClock } from '../runtime/hand-clock.ts';
import { feedback } from './entries.ts';
import { freshLedger } from './fresh-ledger.ts';

const bump = (indexedDB: IDBFactory, version: number) =>
  new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open('ledger', version);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });

test('it gives way when another context upgrades, and works on with what newer code left', async () => {
  const { ledger, indexedDB } = freshLedger();
  await ledger.append({ entry: feedback() });
  (await bump(indexedDB, 99)).close();
  expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true, seq: 2 });
  expect(await ledger.waiting(5)).toHaveLength(2);
});

test('a database that cannot be opened is said, and tried anew the next time', async () => {
  const whole = new IDBFactory();
  let broken = true;
  const indexedDB = new Proxy(whole, {
    get: (target, key) => () => {
      if (broken) throw new DOMException('Internal error opening backing store', 'UnknownError');
      return Reflect.apply(Reflect.get(target, key), target, ['ledger', 1]);
    },
  });
  const ledger = createLedger({ name: 'ledger', indexedDB, clock: handClock() });
  expect(await ledger.append({ entry: feedback() })).toEqual({
    ok: false,
    why: 'broken',
    said: expect.stringContaining('opening backing store'),
  });
  broken = false;
  expect(await ledger.append({ entry: feedback() })).toMatchObject({ ok: true });
});
