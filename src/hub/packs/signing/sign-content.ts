import { createPublicKey, verify } from 'node:crypto';
import { packToSign } from '../../../packs/pack-to-sign.ts';
import type { ProblemDetails } from '../../http/problem.ts';
import type { PublicKey, Signer } from '../../http/signer.ts';
import { readPack } from '../read-pack.ts';
import type { PublishablePack } from '../store-version.ts';

export type SignContentResult =
  | { ok: true; signed: PublishablePack }
  /** `content`: browsers would refuse the content. `signer`: it could not be signed. */
  | { ok: false; fault: 'content' | 'signer'; why: ProblemDetails };

/**
 * Signs the JSON text of a pack, or says what is wrong with it: nothing is signed that browsers would refuse. A signature that does not
 * verify is not used.
 */
export async function signContent(signer: Signer, key: PublicKey, content: string): Promise<SignContentResult> {
  const { input, withSignature } = packToSign(content, key.kid);
  const judged = readPack(withSignature(new Uint8Array(64)));
  if (!judged.ok) return { ok: false, fault: 'content', why: { kind: 'not-a-pack', detail: judged.why, remedy: judged.remedy } };
  const signed = await signer.sign(key.kid, input);
  if (!signed.ok) return { ok: false, fault: 'signer', why: signed.why };
  if (!isValid(input, key, signed.value)) return { ok: false, fault: 'signer', why: wrongSignature(key.kid) };
  return { ok: true, signed: { pack: judged.pack, payload: judged.payload, jws: withSignature(signed.value) } };
}

function isValid(input: Uint8Array, { x }: PublicKey, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, input, key, signature);
  } catch {
    return false;
  }
}

const wrongSignature = (kid: string): ProblemDetails => ({
  kind: 'signer-unavailable',
  detail: `What holds the key ${kid} returned a signature that its public key does not verify. Nothing was published.`,
  remedy: 'Whoever runs the hub checks that the signer signs with that very key, by Ed25519 and without hashing first.',
});
