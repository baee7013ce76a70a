import { CompactSign, importJWK, type JWK } from 'jose';
import type { Fault } from '../model/fault/fault.ts';
import { PACK_JWS_TYPE } from './jws-header.ts';
import { parsePack } from './parse-pack.ts';
import { MAX_JWS_CHARS } from './read-jws.ts';

/** A private Ed25519 key as `cairn key new` writes it. */
export interface SigningKey extends JWK {
  kid: string;
}

/**
 * Signs a pack as compact JWS, or returns what is wrong with it: nothing is signed that an extension would refuse. The signed content is
 * what was written, without defaults filled in. Throws if the key is not a private Ed25519 key.
 */
export async function signPack(
  written: unknown,
  key: SigningKey,
): Promise<{ ok: true; jws: string } | { ok: false; why: Fault[] }> {
  const judged = parsePack(written);
  if (!judged.ok) return judged;
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(written)))
    .setProtectedHeader({ alg: 'EdDSA', typ: PACK_JWS_TYPE, kid: key.kid })
    .sign(await importJWK(key, 'EdDSA'));
  return jws.length <= MAX_JWS_CHARS ? { ok: true, jws } : { ok: false, why: [tooLong(jws.length)] };
}

const tooLong = (length: number): Fault => ({
  path: '',
  reason: `comes to ${length} characters when signed; ${MAX_JWS_CHARS} are allowed`,
  remedy: 'Divide the pack, or shorten its texts.',
});
