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
  mend();
  await at.hub.close();
});

const mend = () => Object.assign(IDBObjectStore.prototype, { add, put });

/** From now on the database takes no row, new or changed; taking rows out works, and frees nothing for now. */
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

test('what people say leaves though the disk is full, in its order; the rest waits for room', async () => {
  const said = feedback();
  const before = [said, words(said.id), feedback()];
  for (const entry of before) await at.ledger.append({ entry });
  for (let n = 0; n < 150; n++) await at.ledger.append({ entry: guideEntry() });
  fillDisk();
  const after = feedback();
  await at.record(after);
  expect(idsAtHub()).toEqual([...before, after].map(({ id }) => id));
  expect(await at.upload.status()).toMatchObject({ lastError: { what: expect.stringContaining('Quota') } });
  expect((await at.ledger.read({ states: ['sent'], limit: 200 })).rows.map(({ entry }) => entry.id)).toEqual(
    [after, ...before.reverse()].map(({ id }) => id),
  );

  at.restart();
  const later = feedback();
  await at.record(later);
  expect(idsAtHub().at(-1)).toBe(later.id);
  expect(at.hub.table).toHaveLength(5);

  mend();
  const { waiting } = await at.ledger.counts();
  expect(waiting).toBeGreaterThan(0);
  await at.untilSent();
  expect(at.hub.table).toHaveLength(5 + waiting);
  expect(await at.ledger.counts()).toMatchObject({ waiting: 0, sent: 5 + waiting, refused: 0 });
  expect(at.kv.values.get(FALLBACK_KEY)).toEqual([]);
});

test('a disk that fills between reading and sending holds up nothing that people said', async () => {
  const entries = [guideEntry(), feedback(), guideEntry(), feedback()];
  for (const entry of entries) await at.ledger.append({ entry });
  fillDisk();
  await at.upload.flush('click');
  expect(idsAtHub()).toEqual([entries[1], entries[3]].map((entry) => entry?.id));
  mend();
  await at.untilSent();
  expect(new Set(idsAtHub()).size).toBe(idsAtHub().length);
  expect((await at.ledger.read()).rows.every(({ state }) => state === 'sent')).toBe(true);
});

test('an answer that is lost while the disk is full counts nothing twice', async () => {
  const said = feedback();
  await at.ledger.append({ entry: said });
  fillDisk();
  const faults = [undefined, 'killed before the answer', 'half a response'] as const;
  let n = 0;
  at.hub.fault = () => faults[n++];
  await at.upload.flush('click');
  await at.upload.flush('click');
  expect(await at.ledger.counts()).toMatchObject({ waiting: 1 });
  await at.upload.flush('click');
  expect(idsAtHub()).toEqual([said.id]);
  expect(await at.ledger.counts()).toMatchObject({ waiting: 0, sent: 1 });
});
