import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Way } from '../soak/faulty-proxy.ts';
import { type Endured, inMarkdown, writeBlock } from '../soak/reliability-tables.ts';
import { type BreakableHub, startBreakableHub } from './faults/breakable-hub.ts';
import { bundleLedger } from './faults/bundle-ledger.ts';
import { atWork, type Employee, type Employment } from './faults/employee.ts';
import { withQuota } from './faults/with-quota.ts';
import { builtExtension } from './harness/built-extension.ts';
import { eventually } from './harness/eventually.ts';
import { startShop } from './shop.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let hub: BreakableHub;
let employment: Employment;
let at: Employee;
const table: Endured[] = [];

const policy = (token: string) => ({
  apps: [{ id: 'shop', name: 'Shop', origins: [employment.app] }],
  hub: { url: hub.url, token },
  switches: { friction: false },
});

async function newProfile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}

beforeAll(async () => {
  const [started, app, script] = await Promise.all([startBreakableHub(lifetime), startShop(lifetime), bundleLedger()]);
  hub = started;
  employment = { lifetime, extension: builtExtension('chrome'), profile: await newProfile(), policy: {}, app, script };
  employment.policy = policy(hub.token);
  at = await atWork(employment);
  await at.click();
  await at.sendAll();
});

/** What is in the ledger and at the hub before a fault; `over` tells, once nothing waits any more, what became of all since. */
async function before(fault: string) {
  const [kept, rows] = [await at.entries(), await hub.rows()];
  return {
    async over(entries: number): Promise<void> {
      await at.sendAll();
      const since = (await at.entries()).slice(kept.length);
      const there = (await hub.rows()).slice(rows.length).map(({ id }) => id);
      const arrived = since.filter(({ id }) => there.includes(id));
      const row = { fault, entries, lost: entries - arrived.length, twice: there.length - arrived.length };
      table.push(row);
      expect(row).toEqual({ fault, entries, lost: 0, twice: 0 });
      expect(since).toHaveLength(entries);
      const inOrder = (all: readonly { id: string; kind: string }[]) =>
        all.filter(({ kind }) => kind !== 'guide').map(({ id }) => id);
      expect(inOrder((await hub.rows()).slice(rows.length))).toEqual(inOrder(since));
    },
  };
}

const ways: [Way, string][] = [
  ['400', 'answered 400'],
  ['401', 'answered 401'],
  ['413', 'answered 413'],
  ['429', 'answered 429'],
  ['500', 'answered 500'],
  ['502', 'answered 502'],
  ['sign-in page', 'a sign-in page in the hub’s place'],
  ['garbage', 'garbage in the hub’s place'],
  ['cut mid-body', 'connection cut in the middle of a batch'],
  ['half an answer', 'half an answer'],
  ['answer lost', 'connection cut before the answer'],
];

/** Whether the upload has given up for now. */
async function rests(way: Way): Promise<boolean> {
  const met = hub.met[way];
  await pause(400);
  return hub.met[way] === met;
}

test.each(ways)('%s', async (way, fault) => {
  const { over } = await before(fault);
  const met = hub.met[way];
  await at.queue(19);
  hub.fail(way);
  await at.click();
  await eventually(
    async () => hub.met[way] > met && (await rests(way)),
    () => `No request met ${way}, or the upload never rests`,
  );
  hub.fail(undefined);
  await over(20);
});

test('no entry is lost or doubled when the worker is stopped in the middle of a batch', async () => {
  const { over } = await before('worker stopped in the middle of a batch');
  const met = hub.met['never answered'];
  await at.queue(99);
  hub.fail('never answered');
  await at.click();
  await eventually(
    async () => hub.met['never answered'] > met,
    () => 'No batch was under way',
  );
  await at.chromium.stopWorker();
  hub.fail(undefined);
  await over(100);
});

test('no entry is lost or doubled when the hub does not answer within 20 seconds', async () => {
  const { over } = await before('no answer within 20 seconds');
  await at.queue(19);
  hub.fail('never answered');
  await at.click();
  const told = at.status.getByText('The hub did not answer in time').first();
  await told.waitFor({ timeout: 30_000 });
  hub.fail(undefined);
  await over(20);
});

test('no entry is lost or doubled when the hub is killed between commit and answer', async () => {
  const { over } = await before('hub killed (SIGKILL) between commit and answer');
  const rows = (await hub.rows()).length;
  await at.queue(19);
  await hub.killAfterCommit(() => at.click());
  expect((await hub.rows()).length - rows).toBe(20);
  await hub.start();
  await over(20);
});

test('after the enrolment token is replaced, entries wait, say why, and arrive under the new one from the same install', async () => {
  const { over } = await before('enrolment token replaced');
  await hub.kill();
  await hub.start('the-token-that-replaced-it');
  await at.queue(19);
  await at.click();
  await at.status.getByText('The hub does not accept the enrolment token in the policy').first().waitFor();
  await at.chromium.setPolicy(policy(hub.token));
  await over(20);
  expect(await hub.installs()).toBe(1);
});

test('no entry is lost or doubled when the browser is killed with 1,000 entries queued and the hub down', async () => {
  const { over } = await before('browser killed (SIGKILL) with the hub down');
  await hub.kill();
  await at.queue(998);
  await at.click();
  await at.click();
  expect(await at.waiting()).toBe(1000);
  await at.kill();
  await hub.start(hub.token);
  at = await atWork({ ...employment, policy: policy(hub.token) });
  await over(1000);
});

test('at the storage quota unspoken entries are dropped and counted, and every click of feedback is kept', async () => {
  await at.chromium.close();
  const extension = await withQuota(lifetime, employment.extension);
  at = await atWork({ ...employment, extension, profile: await newProfile(), policy: policy(hub.token) });
  const rows = (await hub.rows()).length;
  hub.fail('refused');
  const { usage = 0 } = await at.status.evaluate(() => navigator.storage.estimate());
  const origin = `chrome-extension://${at.chromium.extensionId}/`;
  await at.devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 200_000 });
  const many = 2000;
  expect(await at.status.evaluate((most) => globalThis.ownLedger.fill(most), many)).toBeLessThan(many);
  await at.queue(36);
  await at.click();
  await at.click();
  const kept = (await at.entries()).filter(({ kind }) => kind !== 'guide');
  expect(kept).toHaveLength(20);
  const [notice] = await at.status.evaluate(() => globalThis.ownLedger.ledger.notices());
  expect(notice?.what).toBe('dropped');

  hub.fail(undefined);
  await at.send();
  const words = async () => (await hub.rows()).slice(rows).filter(({ kind }) => kind !== 'guide');
  await eventually(
    async () => (await words()).length >= kept.length,
    () => at.status.locator('body').innerText(),
  );
  expect((await words()).map(({ id }) => id)).toEqual(kept.map(({ id }) => id));

  await at.devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await at.sendAll();
  const there = (await hub.rows()).slice(rows).map(({ id }) => id);
  const ledger = (await at.entries()).map(({ id }) => id);
  expect(new Set(there)).toEqual(new Set(ledger));
  const row = {
    fault: 'storage quota reached: of what people said',
    entries: kept.length,
    lost: kept.filter(({ id }) => !there.includes(id)).length,
    twice: there.length - ledger.length,
  };
  table.push(row);
  expect(row).toMatchObject({ entries: 20, lost: 0, twice: 0 });
});

test('each profile stayed one install, and docs/run/reliability.md states what this run saw', async () => {
  expect(await hub.installs()).toBe(2);
  expect(table).toHaveLength(ways.length + 6);
  const { before: stood, now } = writeBlock('faults in the browser', inMarkdown(table));
  expect(now).toBe(stood);
});
