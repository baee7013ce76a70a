import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { projectRoot } from '../setup/project-root.ts';
import type { SignerKey } from '../src/model/policy/policy.ts';
import { type SigningKey, signPack } from '../src/packs/sign-pack.ts';
import { DEMO_FOLDER } from './demo-folder.ts';

const PACK_FILE = 'demo/packs/orders.json';
const KEY_FILE = join(DEMO_FOLDER, 'signing-key.jwk');

/** The demo's pack, signed with a key of this machine's own; and the public half, for the policy. */
export async function signDemoPack(): Promise<{ jws: string; key: SignerKey }> {
  const key = existsSync(KEY_FILE) ? (JSON.parse(readFileSync(KEY_FILE, 'utf8')) as SigningKey) : await makeKey();
  const signed = await signPack(JSON.parse(readFileSync(join(projectRoot, PACK_FILE), 'utf8')), key);
  if (!signed.ok) throw new Error(`${PACK_FILE}: ${signed.why.map(({ path, reason }) => `${path} ${reason}`).join('; ')}`);
  return { jws: signed.jws, key: { kid: key.kid, x: key.x!, apps: ['orders'] } };
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key: SigningKey = { ...(await exportJWK(privateKey)), kid: 'demo' };
  mkdirSync(DEMO_FOLDER, { recursive: true });
  writeFileSync(KEY_FILE, JSON.stringify(key, null, 2), { mode: 0o600 });
  return key;
}
