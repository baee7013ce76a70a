import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readProviders } from '../../src/hub/read-providers.ts';

const folder = mkdtempSync(join(tmpdir(), 'cairn-providers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const provider = (given: object = {}) => ({
  ...{ id: 'acme', name: 'Acme', issuer: 'https://login.example.com', clientId: 'cairn' },
  roles: [{ group: 'cairn-admins', role: 'admin' }],
  ...given,
});

function fileWith(content: unknown): string {
  const path = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('without a file there are no providers', async () => {
  expect(await readProviders(undefined)).toEqual({ ok: true, providers: [] });
});

test('fields that are left out have defaults, and plain http is accepted on this machine', async () => {
  const local = ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'];
  const read = await readProviders(fileWith(local.map((issuer, nth) => provider({ id: `acme-${nth}`, issuer }))));
  expect(read.ok && read.providers.map(({ issuer }) => issuer)).toEqual(local);
  expect(read.ok && read.providers[0]).toMatchObject({ groupsClaim: ['groups'], scope: 'openid profile offline_access' });
});

test.each<[string, unknown, string, string]>([
  ['JSON that ends early', '[{', 'CAIRN_PROVIDERS_FILE', 'the file is not JSON'],
  [
    'plain http elsewhere',
    [provider({ issuer: 'http://login.example.com' })],
    'CAIRN_PROVIDERS_FILE [0].issuer',
    'must begin with https://',
  ],
  [
    'a host that only looks local',
    [provider({ issuer: 'http://localhost.evil.example' })],
    'CAIRN_PROVIDERS_FILE [0].issuer',
    'https://',
  ],
  ['an issuer that is no address', [provider({ issuer: 'acme' })], 'CAIRN_PROVIDERS_FILE [0].issuer', 'must be the address'],
  [
    'a role that is none',
    [provider({ roles: [{ group: 'a', role: 'owner' }] })],
    'CAIRN_PROVIDERS_FILE [0].roles[0].role',
    'Invalid option',
  ],
  ['no roles', [provider({ roles: [] })], 'CAIRN_PROVIDERS_FILE [0].roles', 'Too small'],
  ['one id twice', [provider(), provider()], 'CAIRN_PROVIDERS_FILE', 'an id of its own'],
  ['an unknown field', [provider({ clientSecrets: 'x' })], 'CAIRN_PROVIDERS_FILE [0]', 'Unrecognized key'],
])('a file with %s is a fault with its place and a remedy', async (_, content, path, reason) => {
  const read = await readProviders(fileWith(content));
  expect(read.ok ? [] : read.faults).toContainEqual({
    path,
    reason: expect.stringContaining(reason),
    remedy: expect.stringContaining('docs/run/sign-in.md'),
  });
});

test('a file that is not there is a fault that does not quote anything', async () => {
  const read = await readProviders(join(folder, 'none.json'));
  expect(read).toMatchObject({ ok: false, faults: [{ reason: 'the file cannot be read (ENOENT)' }] });
});
