import { exportJWK, generateKeyPair } from 'jose';
import type { Fault } from '../../model/fault/fault.ts';
import type { Pack } from '../../model/pack/pack.ts';
import type { Policy } from '../../model/policy/policy.ts';
import { signPack } from '../../packs/sign-pack.ts';

const KID = 'trial';

interface Trial {
  /** The pack as it was written. */
  document: unknown;
  pack: Pack;
  /** Origins of the app. */
  origins: string[];
  audience: Policy['audience'];
}

/**
 * A policy under which one browser shows a pack that nobody has signed: it is signed by a key that exists for this moment alone, so that the
 * extension verifies it as any other. There is no hub, so that nothing leaves that browser.
 */
export async function trialPolicy({
  document,
  pack,
  origins,
  audience,
}: Trial): Promise<{ ok: true; policy: object } | { ok: false; why: Fault[] }> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: KID };
  const signed = await signPack(document, key);
  if (!signed.ok) return signed;
  const policy = {
    apps: [{ id: pack.app, name: pack.app, origins }],
    packs: [{ jws: signed.jws, app: pack.app, id: pack.id }],
    keys: [{ kid: KID, x: key.x!, apps: [pack.app] }],
    audience,
    switches: { guidance: true, feedback: false, friction: false },
  };
  return { ok: true, policy };
}
