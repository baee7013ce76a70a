import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fetchPack } from '../../../src/packs/fetch-pack.ts';
import { readRelease } from '../../../src/packs/read-release.ts';
import { verifyPack } from '../../../src/packs/verify-pack.ts';
import { enrolAt, type HubProcess, linkIn, startHub, urlOf } from '../../hub/hub-process.ts';
import { aPack } from '../../packs/a-pack.ts';
import { type DeskTerminal, openTerminal } from './desk-terminal.ts';

// A process with an embedded store takes seconds to start on a busy machine.
vi.setConfig({ hookTimeout: 120_000, testTimeout: 120_000 });

const lifetime = new AsyncDisposableStack();
let hub: HubProcess;
let url: string;
let ann: DeskTerminal;
let ben: DeskTerminal;

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), 'cairn-cli-hub-'));
  lifetime.defer(() => rm(data, { recursive: true, force: true }));
  hub = startHub({ CAIRN_DATA: data });
  lifetime.defer(async () => {
    hub.child.kill('SIGKILL');
    await hub.ended;
  });
  url = await urlOf(hub);
  [ann, ben] = await Promise.all([openTerminal(lifetime), openTerminal(lifetime)]);
  for (const [terminal, name, role] of [
    [ben, 'Ben', 'admin'],
    [ann, 'Ann', 'author'],
  ] as const) {
    const made = await startHub({ CAIRN_DATA: data, PORT: new URL(url).port }, 'link', '--name', name, '--role', role).ended;
    expect((await terminal.cairn('sign-in', linkIn(made.stderr))).printed.join()).toContain(`as ${name} (${role})`);
  }
});
afterAll(() => lifetime.disposeAsync());

/** What the command printed; the test fails where the command did. */
async function ok(terminal: DeskTerminal, ...args: string[]): Promise<string> {
  const { code, printed, errors } = await terminal.cairn(...args);
  if (code !== 0) throw new Error(`cairn ${args.join(' ')} ended with ${code}: ${[...printed, ...errors].join('\n')}`);
  return printed.join('\n');
}
const refused = async (terminal: DeskTerminal, ...args: string[]) => {
  const { code, errors } = await terminal.cairn(...args);
  expect(code).not.toBe(0);
  return errors.join('\n');
};

/** What a device of the live channel is offered. */
async function offered(secret: string) {
  const packUrl = `${url}/v1/packs/${aPack.id}`;
  const fetched = await fetchPack({ url: packUrl, fetch, headers: { authorization: `Bearer ${secret}` } });
  if (!fetched.ok || !fetched.changed || !('release' in fetched)) throw new Error(JSON.stringify(fetched));
  const read = readRelease(fetched.release);
  if (!read.ok) throw new Error(JSON.stringify(read.why));
  return read.document;
}

test('two people bring a pack from a draft to live, over a share to everybody, off, on and back to an earlier version', async () => {
  const file = ann.within('orders.json');
  const write = (title: string) => writeFile(file, JSON.stringify({ ...aPack, version: 1, title: { en: title, de: title } }));

  const [key] = (await ben.cairn('keys', 'new')).printed.map((line) => JSON.parse(line) as { kid: string; x: string });
  await ok(ben, 'keys', 'activate', key!.kid);
  expect(await ok(ben, 'keys', 'list')).toContain(`${key!.kid}  active`);

  const publish = async (title: string, ...reach: string[]) => {
    await write(title);
    const id = /draft ([\w-]{36})/.exec(await ok(ann, 'pack', 'draft', file, '--new'))![1]!;
    await ok(ann, 'pack', 'submit', id);
    const hash = /--hash (\w+)/.exec(await ok(ben, 'pack', 'review', id))![1]!;
    await ok(ben, 'pack', 'approve', id, '--hash', hash);
    return ok(ben, 'pack', 'release', id, ...reach);
  };

  await write('First');
  const id = /draft ([\w-]{36})/.exec(await ok(ann, 'pack', 'draft', file))![1]!;
  await ok(ann, 'pack', 'submit', id);
  expect(await refused(ann, 'pack', 'approve', id, '--hash', 'x'.repeat(64))).toMatch(/You wrote a part of this draft/);
  expect(await refused(ben, 'pack', 'approve', id, '--hash', 'x'.repeat(64))).toMatch(/approve the hash that it prints/);
  await ok(ben, 'pack', 'return', id, '--comment', 'A better title, please');
  expect(await ok(ann, 'pack', 'drafts')).toContain('A better title, please');

  await ok(ben, 'pack', 'review', id, '--out', ben.within('theirs.json'));
  expect(JSON.parse(await readFile(ben.within('theirs.json'), 'utf8'))).toMatchObject({
    title: { en: 'First' },
    guides: aPack.guides,
  });
  await ok(ann, 'pack', 'review', id);
  await write('Better');
  await ok(ann, 'pack', 'draft', file);
  expect(await refused(ben, 'pack', 'draft', ben.within('theirs.json'))).toMatch(/Ann changed it .*cairn pack review/s);
  await ok(ann, 'pack', 'submit', id);
  const hash = /--hash (\w+)/.exec(await ok(ben, 'pack', 'review', id))![1]!;
  expect(await refused(ann, 'pack', 'release', id)).toMatch(/publisher/);
  await ok(ben, 'pack', 'approve', id, '--hash', hash);
  expect(await ok(ben, 'pack', 'release', id)).toContain(
    `Released "${aPack.id}" 1  offered: 100 % of devices; published by Ben; approved by Ben`,
  );

  const device = await enrolAt(url);
  const keys = [{ ...key!, apps: [aPack.app] }];
  const [first] = (await offered(device)).versions;
  expect(await verifyPack(first!.jws!, keys)).toMatchObject({ ok: true, pack: { title: { en: 'Better', de: 'Better' } } });

  expect(await publish('Second', '--share', '10', '--departments', 'Sales')).toContain('10 % of devices of Sales');
  expect((await offered(device)).versions).toMatchObject([
    { version: 2, share: 10, departments: ['Sales'] },
    { version: 1, share: 100 },
  ]);
  expect(await ok(ben, 'pack', 'reach', aPack.id, '2', '--share', '50')).toContain('50 % of devices of Sales');
  expect(await refused(ben, 'pack', 'reach', aPack.id, '2', '--share', '20')).not.toBe('');
  await ok(ben, 'pack', 'stop', aPack.id, '2', '--reason', 'Too many dismiss it');
  const [held] = (await offered(device)).versions;
  expect(held).toMatchObject({ version: 2, share: 0 });
  expect(held).not.toHaveProperty('jws');
  expect(await ok(ann, 'pack', 'versions', aPack.id)).toContain('stopped: Too many dismiss it');

  expect(await ok(ben, 'pack', 'off', aPack.id, '--reason', 'A step is wrong')).toContain('switched off (A step is wrong)');
  expect((await offered(device)).isOff).toBe(true);
  await ok(ben, 'pack', 'on', aPack.id);
  expect((await offered(device)).isOff).toBe(false);

  expect(await ok(ben, 'pack', 'changes', aPack.id, '--from', '2', '--to', '1')).toMatch(/Second[\s\S]*Better/);
  expect(await ok(ben, 'pack', 'roll-back', aPack.id, '--to', '1')).toContain('content of version 1');
  const [back] = (await offered(device)).versions;
  expect(await verifyPack(back!.jws!, keys)).toMatchObject({ ok: true, pack: { version: 3, title: { en: 'Better' } } });
});

test('nothing that was printed holds the secret of a sign-in, and after signing out the hub refuses it', async () => {
  for (const terminal of [ann, ben]) {
    const session = JSON.parse(await readFile(terminal.within('config/session.json'), 'utf8')) as { cookie: string };
    const secret = session.cookie.split('=')[1]!;
    expect(secret.length).toBeGreaterThan(20);
    expect(terminal.everything.join('\n')).not.toContain(secret);
    expect((await fetch(`${url}/desk/api/me`, { headers: { cookie: session.cookie } })).status).toBe(200);
    await ok(terminal, 'sign-out');
    expect((await fetch(`${url}/desk/api/me`, { headers: { cookie: session.cookie } })).status).toBe(401);
  }
});
