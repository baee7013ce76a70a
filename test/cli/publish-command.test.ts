import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { explainConnection } from '../../src/cli/explain-connection.ts';
import { run } from '../../src/cli/run.ts';
import { listen, type RunningServer } from '../../src/hub/http/listen.ts';
import { openMemory } from '../../src/hub/store/open-folder.ts';
import type { OpenStore } from '../../src/hub/store/store.ts';
import { hubOn, publishToken } from '../hub/hub-in-test.ts';
import { aPack, withField } from '../packs/a-pack.ts';

vi.setConfig({ hookTimeout: 60_000 }); // a store in memory takes seconds on a busy machine

let folder: string;
let opened: OpenStore;
let server: RunningServer;
let hub: string;
let printed: string[];
let env: Record<string, string>;
let answer: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-publish-'));
  opened = await openMemory();
  const { app } = hubOn(opened.store);
  server = await listen((request) => app.fetch(request), { host: '127.0.0.1', port: 0 });
  hub = server.url;
  await cairn('key', 'new', '--kid', 'ours', '--apps', 'orders', '--out', folder);
  await writeFile(within('policy.json'), JSON.stringify({ keys: [JSON.parse(printed[0]!)] }));
  await cairn('key', 'new', '--kid', 'other', '--apps', 'travel', '--out', folder);
  await writeFile(within('other.json'), printed[0]!);
});
afterAll(async () => {
  await server.stop(0);
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  env = { CAIRN_PUBLISH_TOKEN: publishToken };
  answer = undefined;
});

const within = (name: string) => join(folder, name);

async function cairn(...args: string[]): Promise<number> {
  printed = [];
  const print = (line: string) => printed.push(line);
  return run(args, { print, printError: print, today: '2026-11-22', env, askSecret: async () => answer });
}

async function signed(changes: Record<string, unknown> = {}, key = 'ours'): Promise<string> {
  const content = Object.entries(changes).reduce((pack, [path, value]) => withField(pack, path, value), aPack as object);
  await writeFile(within('pack.json'), JSON.stringify(content));
  await cairn('pack', 'sign', within('pack.json'), '--key', within(`${key}.private.jwk`), '--out', within('pack.jws'));
  return within('pack.jws');
}

/** A server that is no hub. */
async function withServer(listener: RequestListener, use: (url: string) => Promise<void>): Promise<void> {
  const other = createServer(listener);
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  await use(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
  other.closeAllConnections();
  await new Promise((done) => other.close(done));
}

test('a pack is published, and what the policy needs is printed', async () => {
  const file = await signed();
  expect(await cairn('pack', 'publish', file, '--hub', hub, '--key', within('policy.json'))).toBe(0);
  expect(printed).toEqual([
    `Publishing "first-orders" version 7 for the app "orders" (2 kB) to ${hub} …`,
    'Published.',
    'Put this into "packs" of the policy, if it is not there yet:',
    JSON.stringify({ url: `${hub}/v1/packs/first-orders`, app: 'orders', id: 'first-orders' }),
  ]);
  expect(await cairn('pack', 'publish', file, '--hub', `${hub}/`)).toBe(0);
  expect(printed).toContain('The hub had this version with this content already.');
});

test('the hub can be given by the environment and by any address within it, and the token by hand', async () => {
  env = { CAIRN_HUB: `${hub}/v1/packs/first-orders` };
  answer = ` ${publishToken} `;
  expect(await cairn('pack', 'publish', await signed({ version: 8 }))).toBe(0);
  expect(printed).toContain('Published.');
});

test('an older version, changed content, the id of another app and a wrong token are refused with what to do', async () => {
  await cairn('pack', 'publish', await signed({ version: 9 }), '--hub', hub);
  const rows: [file: () => Promise<string>, expected: RegExp][] = [
    [() => signed({ version: 3 }), /Version 3 of first-orders cannot be published after version 9\. Raise "version" in the pack/],
    [() => signed({ version: 9, sample: false }), /Raise "version"/],
    [() => signed({ version: 10, app: 'travel' }), /is the id of a pack for the app orders\. Give the pack another "id"/],
  ];
  for (const [file, expected] of rows) {
    expect(await cairn('pack', 'publish', await file(), '--hub', hub)).toBe(1);
    expect(printed.join('\n')).toMatch(expected);
  }
  env = { CAIRN_PUBLISH_TOKEN: 'not-the-token-of-this-hub' };
  expect(await cairn('pack', 'publish', await signed({ version: 11 }), '--hub', hub)).toBe(1);
  expect(printed.join('\n')).toMatch(/not the publishing token of this hub\. Set CAIRN_PUBLISH_TOKEN/);
  expect(printed.join('\n')).not.toContain('not-the-token');
});

test.each<[string, Record<string, unknown>, string, string]>([
  ['an unknown key', {}, 'other', 'unknown-key'],
  ['a key for other apps', { app: 'travel' }, 'ours', 'foreign-app'],
])('with a policy, a pack with %s is not sent', async (_name, changes, key, code) => {
  const file = await signed({ version: 50, ...changes }, key);
  expect(await cairn('pack', 'publish', file, '--hub', hub, '--key', within('policy.json'))).toBe(1);
  expect(printed[0]).toBe(`Not published: browsers with the keys in ${within('policy.json')} would refuse it (${code}).`);
});

test.each<[string[], RegExp]>([
  [[], /--hub is missing.*CAIRN_HUB/],
  [['--hub', 'cairn.example.com'], /--hub takes an address such as/],
  [['--hub', 'ftp://cairn.example.com'], /--hub takes an address such as/],
  [['--hub', 'https://me:secret@cairn.example.com'], /without a name or password/],
])('a wrong call of publish is explained: %j', async (options, expected) => {
  expect(await cairn('pack', 'publish', await signed(), ...options)).toBe(2);
  expect(printed.join('\n')).toMatch(expected);
});

test('without a token, or with a pack that is not signed, nothing is sent', async () => {
  const file = await signed();
  env = {};
  expect(await cairn('pack', 'publish', file, '--hub', hub)).toBe(2);
  expect(printed[0]).toMatch(/no publishing token\. Set CAIRN_PUBLISH_TOKEN/);
  env = { CAIRN_PUBLISH_TOKEN: publishToken };
  expect(await cairn('pack', 'publish', within('pack.json'), '--hub', hub)).toBe(2);
  expect(printed[0]).toMatch(/is not signed yet\. Sign it with "cairn pack sign"/);
  await writeFile(within('broken.jws'), (await readFile(file, 'utf8')).slice(0, 40));
  expect(await cairn('pack', 'publish', within('broken.jws'), '--hub', hub)).toBe(1);
});

test.each<[string, RequestListener, RegExp]>([
  [
    'a page of another server',
    (_, r) => r.writeHead(404).end('<h1>Not found</h1>'),
    /HTTP 404, and not as a hub does\. Check the address/,
  ],
  ['a server that accepts everything', (_, r) => r.end('{}'), /HTTP 200, and not as a hub does/],
  ['a proxy that wants a sign-in', (_, r) => r.writeHead(407).end(), /your proxy wants a sign-in/],
  ['a proxy without its hub', (_, r) => r.writeHead(502).end('Bad gateway'), /HTTP 502.*start the hub/],
  ['a proxy with a limit', (_, r) => r.writeHead(413).end(), /HTTP 413.*allow 2 MB/],
  [
    'a redirect',
    (_, r) => r.writeHead(301, { location: 'https://cairn.acme.com/v1/packs' }).end(),
    /leads to https:\/\/cairn\.acme\.com\. Give that/,
  ],
  ['a connection that breaks', (q) => q.socket.destroy(), /cannot be reached: the connection was broken off/],
])('what answers in place of the hub is named: %s', async (_name, listener, expected) => {
  const file = await signed();
  await withServer(listener, async (url) => {
    expect(await cairn('pack', 'publish', file, '--hub', url)).toBe(1);
    expect(printed.join('\n')).toMatch(expected);
  });
});

test('a port where nothing listens, and https where http is spoken, are named', async () => {
  const file = await signed();
  let closed = '';
  await withServer(
    (_, response) => response.end(),
    async (url) => {
      closed = url;
      expect(await cairn('pack', 'publish', file, '--hub', url.replace('http:', 'https:'))).toBe(1);
      expect(printed.join('\n')).toMatch(/does not speak TLS as expected/);
    },
  );
  expect(await cairn('pack', 'publish', file, '--hub', closed)).toBe(1);
  expect(printed.join('\n')).toMatch(/nothing listens there\. Start the hub.*\(ECONNREFUSED\)/);
});

test.each([
  ['ENOTFOUND', /cannot be resolved/],
  ['ETIMEDOUT', /does not answer in time/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /not trusted by this machine.*NODE_EXTRA_CA_CERTS/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /NODE_EXTRA_CA_CERTS/],
  ['CERT_HAS_EXPIRED', /has expired/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /for another name/],
  ['SOMETHING_NEW', /the connection failed\. \(SOMETHING_NEW\)/],
])('a connection that fails with %s is explained', (code, expected) => {
  const error = Object.assign(new TypeError('fetch failed'), { cause: { code } });
  expect(explainConnection(error, { hub: 'https://cairn.acme.com', env: {} })).toMatch(expected);
});

test('a proxy in the environment that Node does not use is mentioned', () => {
  const error = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } });
  const explain = (env: Record<string, string>) => explainConnection(error, { hub: 'https://cairn.acme.com', env });
  expect(explain({ HTTPS_PROXY: 'http://proxy:3128' })).toContain('NODE_USE_ENV_PROXY=1');
  expect(explain({ HTTPS_PROXY: 'http://proxy:3128', NODE_USE_ENV_PROXY: '1' })).not.toContain('NODE_USE_ENV_PROXY');
});
