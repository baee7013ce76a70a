import { z } from 'zod';

/** What is signed says what it is, so that nothing else signed with the same key passes for a pack. */
export const PACK_JWS_TYPE = 'cairn-pack+jws';

/**
 * The header of a signed pack, and nothing more: a field we do not know (`crit`, `b64`, `jwk`, `jku`, `x5c` …) changes how a signature
 * is read or where its key comes from, so its presence is refused.
 */
export const jwsHeader = z.strictObject({
  alg: z.literal('EdDSA').meta({ description: 'Signature method: EdDSA with an Ed25519 key, nothing else' }),
  typ: z.literal(PACK_JWS_TYPE).meta({ description: 'What is signed' }),
  kid: z.string().min(1).max(120).meta({ description: 'Id of the key, as in the policy' }),
});
