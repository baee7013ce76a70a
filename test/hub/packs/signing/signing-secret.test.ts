import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseSigningSecret } from '../../../../src/hub/packs/signing/signing-secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the embedded store gets a random secret of its own at first use, which only its owner can read', async () => {
  const file = join(folder, 'signing-secret');
  const secret = chooseSigningSecret({ CAIRN_DATA: folder });
  expect(await secret.read()).toMatchObject({ ok: false, why: { detail: expect.stringContaining('ENOENT') } });
  expect(existsSync(file)).toBe(false);
  const made = await Promise.all([1, 2, 3].map(() => secret.readOrMake()));
  expect(made).toEqual([1, 2, 3].map(() => ({ ok: true, value: readFileSync(file, 'utf8').trim() })));
  expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{43}\n$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await chooseSigningSecret({ CAIRN_DATA: folder }).read()).toEqual(made[0]);
  expect(readdirSync(folder)).toEqual(['signing-secret']);
});

test('many hubs that begin at the same moment agree on one secret, and none reads it half written', async () => {
  const hubs = Array.from({ length: 40 }, () => chooseSigningSecret({ CAIRN_DATA: folder }));
  const made = await Promise.all(hubs.map((one) => one.readOrMake()));
  expect(new Set(made.map((one) => (one.ok ? one.value : one.why.detail))).size).toBe(1);
  expect(made[0]!.ok).toBe(true);
});

test('a secret of the environment comes before a file, and a file before one of its own', async () => {
  const file = join(folder, 'given');
  writeFileSync(file, 'a-secret-in-a-file\n');
  const settings = { CAIRN_DATA: folder, CAIRN_SIGNING_SECRET_FILE: file };
  expect(await chooseSigningSecret(settings).readOrMake()).toEqual({ ok: true, value: 'a-secret-in-a-file' });
  const given = chooseSigningSecret({ CAIRN_DATA: folder, CAIRN_SIGNING_SECRET: 'a-secret-in-the-environment' });
  expect(await given.readOrMake()).toEqual({ ok: true, value: 'a-secret-in-the-environment' });
  expect(existsSync(join(folder, 'signing-secret'))).toBe(false);
});

test.each([
  ['no file there', { CAIRN_SIGNING_SECRET_FILE: '/nowhere/secret' }, /CAIRN_SIGNING_SECRET_FILE cannot be read \(ENOENT\)/],
  ['a database without a secret', { DATABASE_URL: 'postgres://db/cairn' }, /has no secret/],
  ['a folder that is not there', { CAIRN_DATA: '/nowhere' }, /cannot write/],
])('with %s a key is not made, and the reason is said with what to do', async (_, settings, detail) => {
  const made = await chooseSigningSecret({ CAIRN_DATA: folder, ...settings }).readOrMake();
  expect(made).toMatchObject({
    ok: false,
    why: { detail: expect.stringMatching(detail), remedy: expect.stringMatching(/Whoever runs/) },
  });
});

test('a secret in a file that is too short is refused', async () => {
  const file = join(folder, 'short');
  writeFileSync(file, 'short\n');
  const read = await chooseSigningSecret({ CAIRN_DATA: folder, CAIRN_SIGNING_SECRET_FILE: file }).read();
  expect(read).toMatchObject({ ok: false, why: { detail: expect.stringContaining('fewer than 16') } });
});
