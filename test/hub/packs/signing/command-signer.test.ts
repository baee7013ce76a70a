import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCommandSigner } from '../../../../src/hub/packs/signing/command-signer.ts';
import { signContent } from '../../../../src/hub/packs/signing/sign-content.ts';
import { verifyPack } from '../../../../src/packs/verify-pack.ts';
import { packOf } from '../../packs-in-test.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
const key = { kid: 'token-1', x };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-signer-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let programs = 0;
/** A program that holds the key. `list` and `sign` are what it does, in JavaScript. */
function program({ list = `console.log('token-1 ${x}')`, sign = 'process.stdout.write(signature)' } = {}): string {
  const file = join(folder, `signer-${programs++}.cjs`);
  const text = `#!${process.execPath}
const [action, kid] = process.argv.slice(2);
const { createPrivateKey, sign } = require('node:crypto');
const key = createPrivateKey({ format: 'jwk', key: ${JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x, d })} });
if (action === 'list') { ${list} } else {
  const signature = sign(null, require('node:fs').readFileSync(0), key);
  ${sign}
}`;
  writeFileSync(file, text, { mode: 0o700 });
  return file;
}

test.each([
  ['as bytes', 'process.stdout.write(signature)'],
  ['in base64', `console.log(signature.toString('base64'))`],
  ['in base64url', `console.log(signature.toString('base64url'))`],
])('a program that holds the key signs packs, its signature %s', async (_, sign) => {
  const made = await signContent(createCommandSigner(program({ sign })), key, JSON.stringify(packOf()));
  if (!made.ok) throw new Error(made.why.detail);
  expect(await verifyPack(made.signed.jws, [{ ...key, apps: ['*'] }])).toMatchObject({ ok: true, kid: 'token-1' });
});

test('a key is made with the tools of the program, and found in its list', async () => {
  const signer = createCommandSigner(program());
  expect(await signer.listKeys()).toEqual({ ok: true, value: [key] });
  expect(await signer.makeKey([])).toEqual({ ok: true, value: { ...key, sealedPrivateKey: null } });
  expect(await signer.makeKey(['token-1'])).toMatchObject({ ok: false, why: { kind: 'no-new-key' } });
});

describe('what goes wrong is said with what to do:', () => {
  test.each([
    ['no such program', () => '/nowhere/signer', /cannot be started \(ENOENT\)/],
    ['an exit code', () => program({ list: 'process.exit(3)', sign: 'process.exit(3)' }), /ended with code 3/],
    ['an answer of another form', () => program({ list: `console.log('hello')`, sign: `console.log('hello')` }), /did not print/],
    ['no answer', () => program({ list: '', sign: '' }), /did not print an Ed25519 signature/],
    [
      'too much',
      () => program({ list: `console.log('x'.repeat(1e6))`, sign: `console.log('x'.repeat(1e6))` }),
      /less than 64 kB/,
    ],
    ['too late an answer', () => program({ sign: 'setInterval(() => {}, 1000)' }), /within 0\.5 seconds/],
  ])('%s', async (_, make, detail) => {
    const signed = await createCommandSigner(make(), { callMs: detail.source.includes('within') ? 500 : 60_000 }).sign(
      'token-1',
      Buffer.from('x'),
    );
    expect(signed).toMatchObject({
      ok: false,
      why: { kind: 'signer-unavailable', detail: expect.stringMatching(detail), remedy: expect.stringMatching(/\w/) },
    });
  });

  test('a signature of another key or of something else, which is not used', async () => {
    const other = program({ sign: `process.stdout.write(sign(null, Buffer.from('something else'), key))` });
    const made = await signContent(createCommandSigner(other), key, JSON.stringify(packOf()));
    expect(made).toMatchObject({ ok: false, fault: 'signer', why: { detail: expect.stringContaining('does not verify') } });
  });
});
