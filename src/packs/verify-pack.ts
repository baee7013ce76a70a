import { base64url, compactVerify, errors, importJWK } from 'jose';
import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import { ALL_APPS, type SignerKey } from '../model/policy/policy.ts';
import { judgeVersion, type PackVersion, type VersionCode } from './judge-version.ts';
import { parsePack } from './parse-pack.ts';
import { readHeader, readJson } from './read-jws.ts';

export type RefusalCode = 'malformed' | 'unknown-key' | 'bad-key' | 'bad-signature' | 'schema' | 'foreign-app' | VersionCode;
interface PackRefusal<Code extends string = RefusalCode> {
  ok: false;
  code: Code;
  why: Fault[];
}
export interface VerifiedPack {
  ok: true;
  pack: Pack;
  kid: string;
  /** The public key that signed it: a key id may be given to another key. */
  signer: string;
  /** SHA-256 of the signed content, base64url. */
  digest: string;
}

/**
 * Verifies that one of `keys` signed this pack, that it is well formed, that this key may sign for its app, and that it is not older than
 * the stored one. Never throws: a refusal is a result. The content is not parsed before the signature is verified.
 */
export async function verifyPack(
  jws: string,
  keys: readonly SignerKey[],
  held?: PackVersion,
): Promise<VerifiedPack | PackRefusal> {
  const header = readHeader(jws);
  if (!header.ok) return { ...header, code: 'malformed' };
  const { kid } = header.value;
  const signer = keys.find((key) => key.kid === kid);
  if (!signer) return unknownKey(kid, keys);
  const signed = await signedBytes(jws, signer);
  if (!signed.ok) return signed;
  const content = readJson(signed.bytes, 'the content');
  if (!content.ok) return { ...content, code: 'malformed' };
  const judged = parsePack(content.value);
  if (!judged.ok) return { ...judged, code: 'schema' };
  const { pack } = judged;
  if (!mayKeySign(signer, pack.app)) return foreignApp(pack.app, signer);
  const digest = await digestOf(signed.bytes);
  const versionFault = judgeVersion({ version: pack.version, digest }, held);
  return versionFault ? { ok: false, ...versionFault } : { ok: true, pack, kid, signer: signer.x, digest };
}

const mayKeySign = ({ apps }: SignerKey, app: string): boolean => apps.includes(app) || apps.includes(ALL_APPS);

async function signedBytes(jws: string, signer: SignerKey): Promise<{ ok: true; bytes: Uint8Array<ArrayBuffer> } | PackRefusal> {
  const key = await publicKey(signer);
  if (!key) return badKey(signer.kid);
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    return { ok: true, bytes: new Uint8Array(payload) };
  } catch (error) {
    return badSignature(signer.kid, error);
  }
}

async function publicKey({ x }: SignerKey): Promise<CryptoKey | undefined> {
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x }, 'EdDSA');
    return key instanceof Uint8Array ? undefined : key;
  } catch {
    return undefined;
  }
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function unknownKey(kid: string, keys: readonly SignerKey[]): PackRefusal {
  const acceptedKeys = keys.length
    ? `The policy accepts ${keys.map((key) => `"${key.kid}"`).join(', ')}.`
    : 'The policy accepts no key.';
  const fault = {
    path: 'header.kid',
    reason: `is "${kid}", a key that the policy does not accept`,
    remedy: `${acceptedKeys} If the pack comes from whom you trust, add the key to "keys" in the policy.`,
  };
  return { ok: false, code: 'unknown-key', why: [fault] };
}

function foreignApp(app: string, { kid, apps }: SignerKey): PackRefusal {
  const fault = {
    path: 'app',
    reason: `is "${app}", and the key "${kid}" may sign only for ${apps.map((one) => `"${one}"`).join(', ')}`,
    remedy: `Get the pack from whoever may write for "${app}". If the holder of this key may, add "${app}" to its "apps" in the policy.`,
  };
  return { ok: false, code: 'foreign-app', why: [fault] };
}

function badKey(kid: string): PackRefusal {
  const fault = {
    path: 'header.kid',
    reason: `is "${kid}", and what the policy gives for that key is no Ed25519 public key`,
    remedy: 'Copy "x" again from what "cairn key new" printed.',
  };
  return { ok: false, code: 'bad-key', why: [fault] };
}

function badSignature(kid: string, error: unknown): PackRefusal {
  const isForged = error instanceof errors.JWSSignatureVerificationFailed;
  const fault = {
    path: '',
    reason: isForged
      ? `was changed after it was signed, or not signed by the key "${kid}"`
      : `could not be checked against the key "${kid}"`,
    remedy: 'Get the pack again from its publisher, or sign it again. If it keeps happening, ask who can change it on its way.',
  };
  return { ok: false, code: 'bad-signature', why: [fault] };
}
