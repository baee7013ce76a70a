import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { PublicKey } from '../../http/signer.ts';
import { seal, unseal } from '../../store/seal.ts';

const SALT_BYTES = 16;

/** 32 MB and some 100 ms for each guess at a secret that somebody chose; the hub does it once for each signature. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** Encrypts the private part of a key, for the store. It opens only together with the key's own id and public part. */
export async function sealPrivateKey(d: Uint8Array, secret: string, { kid, x }: PublicKey): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const sealed = seal(d, await derive(secret, salt, 32, COST), `${kid} ${x}`);
  return Buffer.concat([salt, sealed]).toString('base64url');
}

/** Undefined if it was sealed under another secret, or for another key, or was changed. */
export async function openPrivateKey(sealed: string, secret: string, { kid, x }: PublicKey): Promise<Buffer | undefined> {
  const bytes = Buffer.from(sealed, 'base64url');
  return unseal(bytes.subarray(SALT_BYTES), await derive(secret, bytes.subarray(0, SALT_BYTES), 32, COST), `${kid} ${x}`);
}
