import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemory } from '../../src/hub/store/open-folder.ts';
import { sha256 } from '../../src/hub/store/sha256.ts';
import type { OpenStore } from '../../src/hub/store/store.ts';
import type { UploadDeps } from '../../src/upload/upload.ts';
import { backlog, enrolToken, type HubInTest, hubOn, rowsOf, signedIn } from '../hub/hub-in-test.ts';
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
const installAt = (over: Partial<UploadDeps> = {}): Install =>
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
function losingOneAnswer(): UploadDeps['fetch'] {
  let batches = 0;
  return async (url, init) => {
    const response = await hub.app.request(url, init);
    if (url.endsWith('/entries') && batches++ === 0) throw new TypeError('The connection was reset');
    return response;
  };
}

test('the hub accepts what the ledger holds in its order, and a lost answer causes no duplicate', async () => {
  const at = installAt({ fetch: losingOneAnswer() });
  const submitted = feedback();
  const entries = [submitted, feedback(), words(submitted.id)];
  for (const entry of entries) await at.ledger.append({ entry });
  await at.record(guideEntry());
  await at.upload.flush('click');
  expect(await at.ledger.counts()).toMatchObject({ waiting: 4 });
  await at.nextAlarm();
  const { rows } = await at.ledger.read();
  expect(rows.map(({ state, result }) => [state, result?.accepted && result.duplicate])).toEqual(Array(4).fill(['sent', true]));
  expect(await idsAt(entries.map(({ id }) => id))).toEqual(entries.map(({ id }) => id));
});

test('an entry that arrived before the install lost its secret counts as a duplicate, not as refused', async () => {
  const at = installAt({ fetch: losingOneAnswer() });
  const submitted = feedback();
  await at.record(submitted);
  at.kv.values.delete('enrolment');
  await at.nextAlarm();
  expect(await at.ledger.counts()).toMatchObject({ sent: 1, waiting: 0, refused: 0 });
  expect(await idsAt([submitted.id])).toEqual([submitted.id]);
});

test('an entry that was sent is erased at the hub with its words, and the receipt is stored; one that was not sent needs no erasure', async () => {
  const at = installAt();
  const [submitted, other] = [feedback(), feedback()];
  const its = words(submitted.id);
  for (const entry of [submitted, its, other]) await at.record(entry);
  await at.ledger.erase(submitted.id);
  await at.upload.flush('click');
  const erasures = await at.ledger.erasures();
  expect(new Set(erasures.map(({ id }) => id))).toEqual(new Set([submitted.id, its.id]));
  expect(erasures.every(({ receipt }) => receipt?.erased)).toBe(true);
  expect(await idsAt([submitted.id, its.id, other.id])).toEqual([other.id]);
  expect(at.alarms.due).toBeUndefined();
});

test('an erasure whose answer is lost is requested again, and the receipt still confirms it', async () => {
  let lost = 0;
  const losing: UploadDeps['fetch'] = async (url, init) => {
    const response = await hub.app.request(url, init);
    if (init.method === 'DELETE' && lost++ === 0) throw new TypeError('The connection was reset');
    return response;
  };
  const at = installAt({ fetch: losing });
  const submitted = feedback();
  await at.record(submitted);
  await at.ledger.erase(submitted.id);
  await at.upload.flush('click');
  await at.untilSent();
  expect((await at.ledger.erasures())[0]?.receipt).toMatchObject({ id: submitted.id, erased: true });
});

test('an entry that arrives after its erasure is refused', async () => {
  const late: (() => Promise<Response>)[] = [];
  const slow: UploadDeps['fetch'] = async (url, init) => {
    if (!url.endsWith('/entries') || late.length > 0) return hub.app.request(url, init);
    late.push(async () => hub.app.request(url, init));
    throw new TypeError('Still on its way');
  };
  const at = installAt({ fetch: slow });
  const submitted = feedback();
  await at.record(submitted);
  await at.ledger.erase(submitted.id);
  await at.upload.flush('click');
  expect((await at.ledger.erasures())[0]?.receipt).toMatchObject({ erased: false });
  expect(await (await late[0]?.())?.json()).toMatchObject({ results: [{ accepted: false, reason: 'was erased by its owner' }] });
  expect(await idsAt([submitted.id])).toEqual([]);
});

test('after the token is replaced, entries wait until the policy has the new one, and the install keeps its identity', async () => {
  let token = enrolToken;
  let serving = hub;
  const at = installAt({
    policyHub: () => ({ url: 'https://hub.example.com', token }),
    fetch: async (url, init) => serving.app.request(url, init),
  });
  const [submitted, later] = [feedback(), feedback()];
  await at.record(submitted);
  const newToken = 'a-token-that-replaced-it';
  serving = hubOn(opened.store, { enrolTokenHash: sha256(newToken) });
  await at.record(later);
  expect(await at.upload.status()).toMatchObject({ waiting: 1, lastError: { where: 'https://hub.example.com/v1/enrol' } });
  token = newToken;
  await at.record(words(submitted.id));
  await at.ledger.erase(submitted.id);
  await at.upload.flush('click');
  expect((await at.ledger.erasures()).map(({ receipt }) => receipt?.erased)).toEqual([true, true]);
  const senders = await rowsOf(
    opened.store,
    sql`select distinct install from entries where id in (${submitted.id}, ${later.id})`,
  );
  expect(senders).toEqual([{ install: (at.kv.values.get('enrolment') as { install: string }).install }]);
  expect(await idsAt([submitted.id, later.id])).toEqual([later.id]);
});

test('a wrong token is reported as such, with nothing that the hub wrote', async () => {
  const at = installAt({ policyHub: () => ({ url: 'https://hub.example.com/', token: 'not-the-token-of-it' }) });
  await at.record(feedback());
  expect((await at.upload.status())?.lastError).toEqual({
    kind: 'wrongToken',
    status: 403,
    where: 'https://hub.example.com/v1/enrol',
    at: at.clock.now(),
  });
});

test('a batch of 500 entries is accepted', async () => {
  const at = installAt();
  const entries = Array.from({ length: 700 }, () => feedback());
  for (const entry of entries) await at.ledger.append({ entry });
  await at.upload.flush('click');
  expect(await at.ledger.counts()).toMatchObject({ sent: 700, waiting: 0 });
  expect(await idsAt(entries.map(({ id }) => id))).toEqual(entries.map(({ id }) => id));
});

test('the hub says with a batch how often what people wrote was read there, and the install remembers it', async () => {
  const store = opened.store;
  const own = hubOn(store);
  const at = installAt({ fetch: async (url, init) => own.app.request(url, init) });
  const submitted = feedback({ app: 'readings' });
  await at.ledger.append({ entry: submitted });
  await at.record(words(submitted.id));
  await at.upload.flush('click');
  expect((await at.upload.status())?.readings).toEqual({ times: 0, people: 0 });
  await backlog(own, await signedIn(own), '?app=readings');
  own.clock.now = new Date(own.clock.now.getTime() + 300_000);
  await at.record(feedback());
  await at.upload.flush('click');
  expect((await at.upload.status())?.readings).toEqual({ times: 1, people: 1 });
});
