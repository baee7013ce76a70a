import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BatchReply } from '../../src/model/hub-api/intake.ts';
import { createDatabase } from '../run/shared-postgres.ts';
import { query } from '../run/start-postgres.ts';
import { feedback, shown } from './hub-in-test.ts';
import { type HubProcess, linkIn, post, startHub, tokenIn, urlOf } from './hub-process.ts';

let database: string;
let hubs: HubProcess[];
let urls: string[];
let token: string;
beforeAll(async () => {
  database = await createDatabase();
  hubs = [1, 2, 3].map(() => startHub({ DATABASE_URL: database, CAIRN_ENROL_TOKEN: '' }));
  urls = await Promise.all(hubs.map(urlOf));
}, 120_000);
afterAll(async () => {
  for (const { child } of hubs) child.kill('SIGKILL');
  await Promise.all(hubs.map(({ ended }) => ended));
});

test('hubs that start at once on an empty database migrate it once and make one enrolment token', async () => {
  expect(await Promise.all(urls.map(async (url) => (await fetch(`${url}/readyz`)).status))).toEqual([200, 200, 200]);
  const commands = await Promise.all(hubs.map(() => startHub({ DATABASE_URL: database, CAIRN_ENROL_TOKEN: '' }, 'token').ended));
  const tokens = commands.map(({ stderr }) => tokenIn(stderr)).filter(Boolean);
  expect(tokens.length).toBe(1);
  token = tokens[0] ?? '';
  const applied = await query(database, 'select hash from drizzle.__drizzle_migrations');
  expect(new Set(applied.map(({ hash }) => hash)).size).toBe(applied.length);
});

test('batches sent to several hubs at the same time are stored once', async () => {
  // Of one install a hub takes four requests at once, so five installs of two batches each send them.
  const enrol = () => post<{ secret: string }>(`${urls[0]}/v1/enrol`, { token });
  const secrets = (await Promise.all([1, 2, 3, 4, 5].map(enrol))).map(({ body }) => body.secret);
  const sentAt = new Date().toISOString();
  const one = (at: number) => (at % 2 ? shown({ at: sentAt }) : feedback({ at: sentAt }));
  const batches = Array.from({ length: 10 }, () => Array.from({ length: 50 }, (_, at) => one(at)));
  const sendAll = (url: string, entries: unknown[], secret = '') =>
    post<BatchReply>(`${url}/v1/entries`, { sentAt, entries }, secret);
  const sent = batches.flatMap((batch, at) => {
    const secret = secrets[at % secrets.length];
    return urls.flatMap((url) => [sendAll(url, batch, secret), sendAll(url, [...batch].reverse(), secret)]);
  });
  const answers = await Promise.all(sent);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const results = answers.flatMap((answer) => answer.body.results);
  expect(results.every((result) => result.accepted)).toBe(true);
  const ids = batches.flat().map(({ id }) => id);
  expect(results.flatMap((result) => (result.accepted && !result.duplicate ? [result.id] : [])).sort()).toEqual(ids.sort());
  const held = await query(database, 'select id from entries');
  expect(held.map(({ id }) => id).sort()).toEqual(ids);
});

test('a hub survives broken connections to its database', async () => {
  const [url = ''] = urls;
  const others = `datname = current_database() and application_name = 'cairn-hub'`;
  await query(database, `select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
  expect(hubs.map(({ child }) => child.exitCode)).toEqual([null, null, null]);
});

test('a sign-in link can be made while hubs are running', async () => {
  const made = await startHub({ DATABASE_URL: database, CAIRN_PUBLIC_URL: 'https://cairn.example.com' }, 'link', '--name', 'Ada')
    .ended;
  expect([made.code, linkIn(made.stderr)]).toEqual([0, expect.stringContaining('https://cairn.example.com/desk/#sign-in=')]);
});

test('hubs that are told to stop end with code 0', async () => {
  for (const { child } of hubs) child.kill('SIGTERM');
  expect((await Promise.all(hubs.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0, 0]);
});
