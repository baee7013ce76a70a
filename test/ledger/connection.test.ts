import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createConnection } from '../../src/ledger/connection.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { countRows } from '../../src/ledger/read.ts';
import type { LedgerDb } from '../../src/ledger/shape.ts';

function counting() {
  const indexedDB = new IDBFactory();
  const opened: LedgerDb[] = [];
  const use = createConnection(async (gone) => {
    const db = await openLedger({ name: 'ledger', indexedDB }, gone);
    opened.push(db);
    return db;
  });
  return { opened, use };
}

test('concurrent operations share one connection', async () => {
  const { opened, use } = counting();
  await Promise.all([use(countRows), use(countRows), use(countRows)]);
  expect(opened).toHaveLength(1);
});

test('an operation that fails because the browser closed the connection is repeated on a new one', async () => {
  const { opened, use } = counting();
  await use(countRows);
  opened[0]?.close();
  expect(await use(countRows)).toEqual({ waiting: 0, sent: 0, refused: 0, withheld: 0 });
  expect(opened).toHaveLength(2);
});

test('an operation that fails for another reason is not repeated', async () => {
  const { opened, use } = counting();
  let tried = 0;
  const failing = use(async () => {
    tried++;
    throw new Error('ours');
  });
  await expect(failing).rejects.toThrow('ours');
  expect([tried, opened.length]).toEqual([1, 1]);
});
