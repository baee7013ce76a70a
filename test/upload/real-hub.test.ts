import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemory } from '../../src/hub/store/open-folder.ts';
import type { OpenStore } from '../../src/hub/store/store.ts';
import type { UploadMeans } from '../../src/upload/upload.ts';
import { enrolToken, type HubInTest, hubOn, rowsOf } from '../hub/hub-in-test.ts';
import { feedback, guideEntry, words } from '../ledger/entries.ts';
import { type Install, install } from './install.ts';

let opened: OpenStore;
let hub: HubInTest;
beforeAll(async () => {
  opened = await openMemory();
  hub = hubOn(opened.store);
});
afterAll(() => opened.close());

/** An install whose hub is the real one. */
const installAt = (over: Partial<UploadMeans> = {}): Install =>
  install({
    policyHub: () => ({ url: 'https://hub.example.com', token: enrolToken }),
    fetch: async (url, init) => hub.app.request(url, init),
    ...over,
  });

const idsAt = async (ids: string[]) => {
  const rows = await rowsOf<{ id: string }>(opened.store, sql`select id from entries order by seq`);
  return rows.map(({ id }) => id).filter((id) => ids.includes(id));
};

/** Loses the answer to the first batch. */
function losingOneAnswer(): UploadMeans['fetch'] {
  let batches = 0;
  return async (url, init) => {
    const response = await hub.app.request(url, init);
    if (url.endsWith('/entries') && batches++ === 0) throw new TypeError('The connection was reset');
    return response;
  };
}

test('the hub takes what the ledger keeps, in its order, and an answer that was lost counts nothing twice', async () => {
  const at = installAt({ fetch: losingOneAnswer() });
  const said = feedback();
  const entries = [said, feedback(), words(said.id)];
  for (const entry of entries) await at.ledger.append({ entry });
  await at.keep(guideEntry());
  await at.upload.soon('click');
  expect(await at.ledger.counts()).toMatchObject({ waiting: 4 });
  await at.nextAlarm();
  const { rows } = await at.ledger.read();
  expect(rows.map(({ state, verdict }) => [state, verdict?.taken && verdict.again])).toEqual(Array(4).fill(['sent', true]));
  expect(await idsAt(entries.map(({ id }) => id))).toEqual(entries.map(({ id }) => id));
});

test('what arrived before the install lost its secret is known for its own', async () => {
  const at = installAt({ fetch: losingOneAnswer() });
  const said = feedback();
  await at.keep(said);
  at.kv.values.delete('enrolment');
  await at.nextAlarm();
  expect(await at.ledger.counts()).toMatchObject({ sent: 1, waiting: 0, refused: 0 });
  expect(await idsAt([said.id])).toEqual([said.id]);
});

test('a wrong token is told in the words of the hub', async () => {
  const at = installAt({ policyHub: () => ({ url: 'https://hub.example.com/', token: 'not-the-token-of-it' }) });
  await at.keep(feedback());
  expect((await at.upload.status())?.lastError).toMatchObject({
    what: expect.stringContaining('not an enrolment token of this hub'),
    where: 'https://hub.example.com/v1/enrol',
    remedy: expect.stringContaining('managed policy'),
  });
});

test('five hundred at once fit', async () => {
  const at = installAt();
  const entries = Array.from({ length: 700 }, () => feedback());
  for (const entry of entries) await at.ledger.append({ entry });
  await at.upload.soon('click');
  expect(await at.ledger.counts()).toMatchObject({ sent: 700, waiting: 0 });
  expect(await idsAt(entries.map(({ id }) => id))).toEqual(entries.map(({ id }) => id));
});
