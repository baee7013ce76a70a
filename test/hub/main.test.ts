import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openFolder } from '../../src/hub/store/open-folder.ts';
import type { BatchReply } from '../../src/model/hub-api/intake.ts';
import { answered, enrolled, established, feedback, hubOn, rowsOf, send, shown } from './hub-in-test.ts';
import { enrolAt, type HubProcess, linkIn, post, tokenIn, urlOf } from './hub-process.ts';
import { useHubs } from './use-hubs.ts';

/** Creating a store takes seconds and opening it again a moment, so the tests share one. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-hub-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
vi.setConfig({ testTimeout: 120_000 }); // each starts processes of its own, which take seconds on a busy machine
const startProcess = useHubs();

const start = (env: Record<string, string> = {}, ...command: string[]): HubProcess =>
  startProcess({ CAIRN_DATA: folder, ...env }, ...command);

/** Once later requests on other connections are answered, the hub has read what was sent before. */
async function answersLaterRequests(origin: string): Promise<void> {
  for (let requests = 0; requests < 3; requests++) expect((await fetch(`${origin}/healthz`)).status).toBe(200);
}

/** Runs a command that prints for people on standard output. */
async function run(...args: string[]): Promise<{ code: number | null; stdout: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/hub/main.ts'), ...args], { env: { PORT: 'none' } });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  const [code] = await once(child, 'close');
  return { code, stdout };
}

const meStatus = async (url: string, cookie: string) => (await fetch(`${url}/desk/api/me`, { headers: { cookie } })).status;

async function signIn(url: string, link: unknown): Promise<{ status: number; name?: string; role?: string; cookie: string }> {
  const body = JSON.stringify({ token: String(link).split('#sign-in=')[1] });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/desk/api/sign-in`, { method: 'POST', headers, body });
  const { name, role } = (await answer.json()) as { name?: string; role?: string };
  return { status: answer.status, name, role, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

test('a first start without a terminal makes no secret and logs the commands that make them', async () => {
  const own = { CAIRN_ENROL_TOKEN: '', CAIRN_DATA: join(folder, 'own') };
  const first = start(own);
  const url = await urlOf(first);
  expect(await first.logged('no enrolment token yet: "node src/hub/start.mjs token" makes it')).toMatchObject({ level: 'warn' });
  await first.logged('nobody signed in yet: "node src/hub/start.mjs link" makes a sign-in link');
  const [token, link] = [await start(own, 'token').ended, await start(own, 'link').ended];
  expect((await post(`${url}/v1/enrol`, { token: tokenIn(token.stderr) })).status).toBe(200);
  expect(await signIn(url, linkIn(link.stderr))).toMatchObject({ status: 200, name: 'Admin', role: 'admin' });
  const again = await start(own, 'token').ended;
  expect([again.code, again.stderr]).toEqual([
    1,
    expect.stringMatching(/^token: was made earlier, and is shown only once\. If it is/),
  ]);
  first.child.kill('SIGTERM');
  expect((await first.ended).stderr).toBe('');

  const second = start(own);
  const later = await urlOf(second);
  expect((await post(`${later}/v1/enrol`, { token: tokenIn(token.stderr) })).status).toBe(200);
  second.child.kill('SIGINT');
  const { code, lines, stderr } = await second.ended;
  expect([code, stderr, lines.filter(({ msg }) => /yet/.test(String(msg)))]).toEqual([0, '', []]);
  for (const { lines } of [await first.ended, token, link, again, await second.ended])
    for (const secret of [tokenIn(token.stderr), linkIn(link.stderr).split('#')[1]])
      expect(JSON.stringify(lines)).not.toContain(secret);
});

test('the token command refuses when the environment gives the token, and works without a running hub', async () => {
  const given = await start({}, 'token').ended;
  expect([given.code, given.stderr]).toEqual([1, expect.stringMatching(/^CAIRN_ENROL_TOKEN: is set, so it is the only/)]);
  const own = { CAIRN_ENROL_TOKEN: '', CAIRN_DATA: join(folder, 'token') };
  mkdirSync(own.CAIRN_DATA);
  await (await openFolder(own.CAIRN_DATA)).close();
  const made = await start(own, 'token').ended;
  expect([made.code, tokenIn(made.stderr)]).toEqual([0, expect.stringMatching(/^[\w-]{43}$/)]);
  expect((await start(own, 'token').ended).code).toBe(1);
});

test.each(['link', 'token', 'sign-ins'])('the %s command makes no store, and says which one it missed', async (command) => {
  const own = { CAIRN_ENROL_TOKEN: '', CAIRN_DATA: join(folder, 'nowhere') };
  const { code, stderr } = await start(own, command).ended;
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^CAIRN_DATA: there is no store of a hub in .*nowhere, and .* Set CAIRN_DATA .*npm run hub\.\n$/),
  ]);
  expect(existsSync(own.CAIRN_DATA)).toBe(false);
});

test.each(['help', '--help', '-h'])('%s prints how the hub is started, also where its settings are wrong', async (word) => {
  const { code, stdout } = await run(word);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/link \[--name NAME\] \[--role ROLE\].*CAIRN_PUBLISH_TOKEN/s)]);
});

test('a hub that is killed repeatedly loses no entry that it acknowledged', async () => {
  const acknowledged: string[] = [];
  let secret = '';
  for (let round = 0; round < 3; round++) {
    const hub = start();
    const url = await urlOf(hub);
    secret ||= await enrolAt(url);
    let killed: Promise<unknown> | undefined;
    for (let batches = 0; ; batches++) {
      // After some batches have been acknowledged, at a random moment within the next ones.
      if (batches === 3) killed = pause(200 * Math.random()).then(() => hub.child.kill('SIGKILL'));
      const entries = Array.from({ length: 20 }, () => {
        const id = randomUUID();
        return feedback({ id, route: `/${id}`, at: new Date().toISOString() });
      });
      const sent = await post<BatchReply>(`${url}/v1/entries`, { sentAt: new Date().toISOString(), entries }, secret).catch(
        () => undefined,
      );
      if (!sent) break;
      acknowledged.push(...sent.body.results.flatMap((result) => (result.accepted ? [result.id] : [])));
    }
    await killed;
    await hub.ended;
  }
  const hub = start();
  const url = await urlOf(hub);
  const link = await start({}, 'link').ended;
  const { cookie } = await signIn(url, linkIn(link.stderr));
  const held = new Set<string>();
  for (let before = ''; before !== 'null'; ) {
    const answer = await fetch(`${url}/desk/api/backlog?limit=200${before && `&before=${before}`}`, { headers: { cookie } });
    const page = (await answer.json()) as { items: { route: string }[]; next: string | null };
    for (const { route } of page.items) held.add(route.slice(1));
    before = String(page.next);
  }
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((id) => !held.has(id))).toEqual([]);
});

test('a starting hub computes figures, prunes the entries that are due and logs their number', async () => {
  const own = { CAIRN_DATA: join(folder, 'old'), CAIRN_KEEP_DAYS: '7' };
  mkdirSync(own.CAIRN_DATA);
  const opened = await openFolder(own.CAIRN_DATA);
  const hub = hubOn(opened.store);
  hub.clock.now = new Date(Date.now() - 10 * 86_400_000);
  const at = hub.clock.now.toISOString();
  const rated = (ease: number) => ({ ...answered({ what: 'umux-lite', capabilities: 4, ease }), at });
  for (const ease of [3, 4, 5, 6, 7, 3, 4, 5, 6, 7]) await send(hub, await established(hub), [rated(ease)]);
  await send(hub, await enrolled(hub), [feedback({ at }), shown({ at })]);
  await opened.close();

  const running = start(own);
  expect(await running.logged('pruned')).toMatchObject({ entries: 12, days: 7 });
  running.child.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
  const after = await openFolder(own.CAIRN_DATA);
  expect(await rowsOf(after.store, sql`select id from entries`)).toEqual([]);
  expect(await rowsOf(after.store, sql`select choice from backlog_items`)).toEqual([{ choice: 'confused' }]);
  expect(await rowsOf(after.store, sql`select people from answer_figures`)).toEqual([{ people: 5 }]);
  await after.close();
});

test('a second hub on the same folder is refused with a remedy, and the first continues', async () => {
  const first = start();
  const url = await urlOf(first);
  const { code, stderr } = await start().ended;
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^CAIRN_DATA: another hub is running.*Stop the other hub.*DATABASE_URL/),
  ]);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test('links are made, and sign-ins listed and ended, by commands with a running hub; links also without one', async () => {
  const hub = start();
  const url = await urlOf(hub);
  const asked = await start({}, 'link', '--name', 'Ada Lovelace', '--role', 'viewer').ended;
  expect([asked.code, asked.lines]).toEqual([0, []]);
  const signedIn = await signIn(url, linkIn(asked.stderr));
  expect(signedIn).toMatchObject({ status: 200, name: 'Ada Lovelace' });
  expect(await meStatus(url, signedIn.cookie)).toBe(200);
  const listed = await start({}, 'sign-ins').ended;
  expect(listed.stderr).toMatch(/^[0-9a-f-]{36} {2}Ada Lovelace, viewer, by a link, since .*Z, last used .*Z, until .*Z$/m);
  const out = await start({}, 'sign-out', '--name', 'Ada Lovelace').ended;
  expect([out.code, out.stderr, await meStatus(url, signedIn.cookie)]).toEqual([0, 'Ended 1 sign-in.\n', 401]);
  const nobody = await start({}, 'sign-out', '--name', 'Ada Lovelace').ended;
  expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringMatching(/^sign-out: there is no such sign-in.* sign-ins\n$/)]);
  hub.child.kill('SIGTERM');
  await hub.ended;

  const alone = await start({ CAIRN_PUBLIC_URL: 'https://cairn.example.com' }, 'link', '--role', 'facilitator').ended;
  expect(linkIn(alone.stderr)).toMatch(/^https:\/\/cairn\.example\.com\/desk\/#sign-in=/);
  const later = await urlOf(start());
  expect(await signIn(later, linkIn(alone.stderr))).toMatchObject({ status: 200, name: 'Facilitator', role: 'facilitator' });
});

test('a hub that is told to stop finishes pending requests, accepts no new ones and ends with code 0', async () => {
  const hub = start();
  const url = new URL(await urlOf(hub));
  const secret = await enrolAt(url.origin);
  const entry = feedback();
  const body = JSON.stringify({ sentAt: new Date().toISOString(), entries: [entry] });
  const socket = connect(Number(url.port), url.hostname);
  const head = `POST /v1/entries HTTP/1.1\r\nhost: ${url.host}\r\nauthorization: Bearer ${secret}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  socket.write(head + body.slice(0, 40));
  await answersLaterRequests(url.origin);
  const asked = performance.now();
  hub.child.kill('SIGTERM');
  await hub.logged('stopping');
  const request = () =>
    fetch(`${url.origin}/healthz`).then(
      () => 'answered',
      () => 'refused',
    );
  await expect.poll(request).toBe('refused');
  socket.write(body.slice(40));
  let answer = '';
  for await (const part of socket.setEncoding('utf8')) answer += part;
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer.toLowerCase()).toContain('connection: close');
  expect(answer).toContain(`"id":"${entry.id}","accepted":true`);
  expect(await hub.ended).toMatchObject({ code: 0 });
  expect(performance.now() - asked).toBeLessThan(5000);
});

test('an unfinished request does not keep the hub from stopping within five seconds', async () => {
  const hub = start();
  const url = new URL(await urlOf(hub));
  const socket = connect(Number(url.port), url.hostname).on('error', () => undefined);
  socket.write(`POST /v1/enrol HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`);
  await answersLaterRequests(url.origin);
  const asked = performance.now();
  hub.child.kill('SIGTERM');
  expect(await hub.ended).toMatchObject({ code: 0 });
  expect(performance.now() - asked).toBeLessThan(5000);
});

test('a body over the limit is answered with 413 while the client is still sending', async () => {
  const url = await urlOf(start());
  const secret = await enrolAt(url);
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/entries`, { method: 'POST', headers, body: 'x'.repeat(3 * 1024 * 1024) });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
});

test('every faulty setting is printed, and nothing starts', async () => {
  const { code, lines, stderr } = await start({ PORT: 'eighty', LOG_LEVEL: 'loud' }, 'link').ended;
  expect([code, lines]).toEqual([1, []]);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^PORT: must be a number\. Give /),
    expect.stringMatching(/^LOG_LEVEL: /),
  ]);
});

test('a data folder that is a file is reported', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { code, stderr } = await start({ CAIRN_DATA: file }).ended;
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^CAIRN_DATA: the store in this folder cannot be opened \(EEXIST\)/)]);
});

test('a port in use is reported, and the folder is released', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const port = (taken.address() as { port: number }).port;
  const { code, stderr } = await start({ PORT: String(port) }).ended;
  taken.close();
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^PORT: the hub cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)/)]);
  expect(await urlOf(start())).toMatch(/^http:/);
});

test('an unreachable database is reported without its password', async () => {
  const { code, stderr } = await start({ DATABASE_URL: 'postgres://cairn:a-password@127.0.0.1:1/cairn' }).ended;
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^DATABASE_URL: the database cannot be opened \(ECONNREFUSED\)/)]);
  expect(stderr).not.toContain('a-password');
});
