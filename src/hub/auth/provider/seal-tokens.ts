import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { ProviderTokens } from '../../http/identity-provider.ts';
import { seal, unseal } from '../../store/seal.ts';

const providerTokens = z.object({ accessToken: z.string(), refreshToken: z.string().optional() });

/** The key follows from the cookie's secret, of which the store has only a hash: nobody can read the tokens from the store alone. */
const keyOf = (secret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'cairn provider tokens', 32));

/** Encrypts tokens for the store. */
export const sealTokens = (tokens: ProviderTokens, secret: string): string =>
  seal(Buffer.from(JSON.stringify(tokens)), keyOf(secret)).toString('base64url');

/** Decrypts tokens; undefined if they were sealed with another secret or changed. */
export function openTokens(sealed: string, secret: string): ProviderTokens | undefined {
  const opened = unseal(Buffer.from(sealed, 'base64url'), keyOf(secret));
  try {
    return opened && providerTokens.parse(JSON.parse(opened.toString('utf8')));
  } catch {
    return undefined;
  }
}
