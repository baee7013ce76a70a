import { exportJWK, generateKeyPair } from 'jose';
import type { SignerKey } from '../../../src/model/policy/policy.ts';
import { type SigningKey, signPack } from '../../../src/packs/sign-pack.ts';

export type Signer = {
  /** As the policy's `keys` names it. */
  key: SignerKey;
  /** The pack as compact JWS, for the policy or an address; throws with every fault if it would be refused on arrival. */
  sign(pack: unknown): Promise<string>;
};

/** A publisher with an Ed25519 key made just now, for all apps unless `apps` says which. */
export async function freshSigner(kid = 'journey', apps = ['*']): Promise<Signer> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const secret: SigningKey = { ...(await exportJWK(privateKey)), kid };
  return {
    key: { kid, x: secret.x!, apps },
    sign: async (pack) => {
      const signed = await signPack(pack, secret);
      if (signed.ok) return signed.jws;
      throw new Error(
        `The journey's pack is not fit to sign:\n${signed.why.map(({ path, reason }) => `${path || 'pack'}: ${reason}`).join('\n')}`,
      );
    },
  };
}
