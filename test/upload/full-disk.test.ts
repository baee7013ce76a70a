import { afterEach, beforeEach, expect, test } from 'vitest';
import { FALLBACK_KEY } from '../../src/ledger/fallback-store.ts';
import { feedback, guideEntry, words } from '../ledger/entries.ts';
import { type UploadWithHub, uploadWithHub } from './upload-with-hub.ts';

let at: UploadWithHub;
beforeEach(async () => {
  at = await uploadWithHub();
});
const { add, put } = IDBObjectStore.prototype;
afterEach(async () => {
  repairDisk();
  await at.hub.close();
});

const repairDisk = () => Object.assign(IDBObjectStore.prototype, { add, put });

/** From now on the database accepts no new or changed row. Deleting rows works, but frees no room yet. */
function fillDisk(): void {
  const failing = (write: typeof put) =>
    function (this: IDBObjectStore, value: unknown) {
      const request = write.call(this, value);
      const { transaction } = this;
      if (this.name === 'rows') request.addEventListener('success', () => abortAsFull(transaction));
      return request;
    };
  Object.assign(IDBObjectStore.prototype, { add: failing(add), put: failing(put) });
}

const abortAsFull = (transaction: IDBTransaction) =>
  (transaction as IDBTransaction & { _abort(name: string): void })._abort('QuotaExceededError');

const idsAtHub = () => at.hub.table.map(({ entry }) => entry.id);

test('on a full disk, what people submit is sent in its order, and the rest waits for room', async () => {
  const submitted = feedback();
  const before = [submitted, words(submitted.id), feedback()];
  for (const entry of before) await at.ledger.append({ entry });
  for (let n = 0; n < 150; n++) await at.ledger.append({ entry: guideEntry() });
  fillDisk();
  const after = feedback();
  await at.record(after);
  expect(idsAtHub()).toEqual([...before, after].map(({ id }) => id));
  expect(await at.upload.status()).toMatchObject({ lastError: { kind: 'ledger', detail: expect.stringContaining('Quota') } });
  expect((await at.ledger.read({ states: ['sent'], limit: 200 })).rows.map(({ entry }) => entry.id)).toEqual(
    [after, ...before.reverse()].map(({ id }) => id),
  );

  at.restart();
  const later = feedback();
  await at.record(later);
  expect(idsAtHub().at(-1)).toBe(later.id);
  expect(at.hub.table).toHaveLength(5);

  repairDisk();
  const { waiting } = await at.ledger.counts();
  expect(waiting).toBeGreaterThan(0);
  await at.untilSent();
  expect(at.hub.table).toHaveLength(5 + waiting);
  expect(await at.ledger.counts()).toMatchObject({ waiting: 0, sent: 5 + waiting, refused: 0 });
  expect(at.kv.values.get(FALLBACK_KEY)).toEqual([]);
});

test('a disk that fills up between reading and sending delays nothing that people submitted', async () => {
  const entries = [guideEntry(), feedback(), guideEntry(), feedback()];
  for (const entry of entries) await at.ledger.append({ entry });
  fillDisk();
  await at.upload.flush('click');
  expect(idsAtHub()).toEqual([entries[1], entries[3]].map((entry) => entry?.id));
  repairDisk();
  await at.untilSent();
  expect(new Set(idsAtHub()).size).toBe(idsAtHub().length);
  expect((await at.ledger.read()).rows.every(({ state }) => state === 'sent')).toBe(true);
});

test('an answer that is lost while the disk is full causes no duplicate', async () => {
  const submitted = feedback();
  await at.ledger.append({ entry: submitted });
  fillDisk();
  const faults = [undefined, 'killed before the answer', 'half a response'] as const;
  let n = 0;
  at.hub.fault = () => faults[n++];
  await at.upload.flush('click');
  await at.upload.flush('click');
  expect(await at.ledger.counts()).toMatchObject({ waiting: 1 });
  await at.upload.flush('click');
  expect(idsAtHub()).toEqual([submitted.id]);
  expect(await at.ledger.counts()).toMatchObject({ waiting: 0, sent: 1 });
});
