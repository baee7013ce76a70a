import { expect, test } from 'vitest';
import { createFallbackStore, FALLBACK_KEY } from '../../src/ledger/fallback-store.ts';
import { createNotices } from '../../src/ledger/notices.ts';
import type { LedgerRow } from '../../src/ledger/row.ts';
import { feedback } from './entries.ts';
import { memoryKv } from './fresh-ledger.ts';

const row = (): Omit<LedgerRow, 'seq'> => ({ entry: feedback(), state: 'waiting', recordedAt: 0, attempts: 0 });

test('a row that cannot be read costs none of the other rows of the fallback store', async () => {
  const kv = memoryKv();
  const store = createFallbackStore(kv);
  const [first, second] = [row(), row()];
  await store.add(first);
  await store.add(second);
  const [stored, ...others] = kv.values.get(FALLBACK_KEY) as LedgerRow[];
  kv.values.set(FALLBACK_KEY, [stored, { ...stored, entry: { kind: 'unknown' } }, 'text', null, ...others]);
  expect((await store.rows()).map(({ entry }) => entry)).toEqual([first.entry, second.entry]);
});

test.each([['text'], [7], [{ rows: [] }], [null]])('a fallback store that holds %j is empty and accepts rows', async (stored) => {
  const kv = memoryKv();
  kv.values.set(FALLBACK_KEY, stored);
  const store = createFallbackStore(kv);
  expect(await store.rows()).toEqual([]);
  expect(await store.add(row())).toBeLessThan(0);
  expect(await store.rows()).toHaveLength(1);
});

test('notices that cannot be read are replaced by the next notice', async () => {
  const kv = memoryKv();
  kv.values.set('notices', [{ what: 'dropped', count: 'many' }]);
  const notices = createNotices(kv);
  expect(await notices.all()).toEqual([]);
  await notices.addDropped(3, 1000);
  expect(await notices.all()).toEqual([{ what: 'dropped', count: 3, from: 1000, to: 1000 }]);
});
