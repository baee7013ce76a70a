import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { root } from '../setup/root.ts';
import type { SignerKey } from '../src/model/policy.ts';
import { type SigningKey, signPack } from '../src/packs/sign-pack.ts';
import { demoFolder } from './where.ts';

const packFile = 'demo/packs/orders.json';
const keyFile = join(demoFolder, 'signing-key.jwk');

/** The demo's pack, signed with a key of this machine's own; and the public half, for the policy. */
export async function signDemoPack(): Promise<{ jws: string; key: SignerKey }> {
  const key = existsSync(keyFile) ? (JSON.parse(readFileSync(keyFile, 'utf8')) as SigningKey) : await makeKey();
  const signed = await signPack(JSON.parse(readFileSync(join(root, packFile), 'utf8')), key);
  if (!signed.ok) throw new Error(`${packFile}: ${signed.why.map(({ path, reason }) => `${path} ${reason}`).join('; ')}`);
  return { jws: signed.jws, key: { kid: key.kid, x: key.x! } };
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key: SigningKey = { ...(await exportJWK(privateKey)), kid: 'demo' };
  mkdirSync(demoFolder, { recursive: true });
  writeFileSync(keyFile, JSON.stringify(key, null, 2), { mode: 0o600 });
  return key;
}
