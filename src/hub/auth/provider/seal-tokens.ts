import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { ProviderTokens } from '../../http/identity-provider.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const providerTokens = z.object({ accessToken: z.string(), refreshToken: z.string().optional() });

/** The key follows from the cookie's secret, of which the store has only a hash: nobody can read the tokens from the store alone. */
const keyOf = (secret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'cairn provider tokens', 32));

/** Encrypts tokens for the store. */
export function sealTokens(tokens: ProviderTokens, secret: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(tokens), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Decrypts tokens; undefined if they were sealed with another secret or changed. */
export function openTokens(sealed: string, secret: string): ProviderTokens | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(secret), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    return providerTokens.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
