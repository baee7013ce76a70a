import { z } from 'zod';

/** prepared: made, to be put into policies first. active: signs. retired: signs no more; policies may still name it. */
const signingKeyState = z.enum(['prepared', 'active', 'retired']);

const signingKey = z.strictObject({
  kid: z.string(),
  x: z.string().meta({ description: 'Ed25519 public key, base64url. There is no response with the private part' }),
  state: signingKeyState,
  heldBy: z.string().meta({ description: 'What holds the private part, as in "file"' }),
  madeAt: z.iso.datetime(),
});
export type SigningKeyEntry = z.infer<typeof signingKey>;

/**
 * GET /desk/api/signing-keys, newest first. POST makes a key, POST /desk/api/signing-keys/{kid}/activate and /retire change its state; all
 * three answer the new list. Activating a key retires the one that was active.
 */
export const signingKeyList = z.strictObject({ keys: z.array(signingKey) });
export type SigningKeyList = z.infer<typeof signingKeyList>;
