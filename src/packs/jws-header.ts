import { z } from 'zod';

/** The type is signed too, so that nothing else signed with the same key is accepted as a pack. */
export const PACK_JWS_TYPE = 'cairn-pack+jws';

/**
 * The header of a signed pack, closed: an unknown field (`crit`, `b64`, `jwk`, `jku`, `x5c` …) may change how the signature is read or
 * where its key comes from, so it is refused.
 */
export const jwsHeader = z.strictObject({
  alg: z.literal('EdDSA').meta({ description: 'Signature method: EdDSA with an Ed25519 key, nothing else' }),
  typ: z.literal(PACK_JWS_TYPE).meta({ description: 'What is signed' }),
  kid: z.string().min(1).max(120).meta({ description: 'Id of the key, as in the policy' }),
});
