import { exportJWK, generateKeyPair } from 'jose';
import { type SigningKey, signPack } from '../../src/packs/sign-pack.ts';

export async function newKey(kid = 'key-1'): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid };
}

export const packOf = (more: { id?: string; app?: string; version?: number } = {}) => ({
  format: 'cairn/1',
  id: 'orders-basics',
  version: 1,
  app: 'orders',
  title: 'Orders',
  language: 'en',
  guides: [
    {
      kind: 'walkthrough',
      id: 'constructor',
      title: { en: 'First order', de: 'Erste Bestellung' } as unknown,
      steps: [{ id: 'open', title: { en: 'Open', de: 'Öffnen' }, body: 'Open it.' }],
    },
  ],
  ...more,
});

/** A pack as signed with a key of somebody else than the hub. */
export async function signed(pack: unknown, key?: SigningKey): Promise<string> {
  const made = await signPack(pack, key ?? (await newKey()));
  if (!made.ok) throw new Error(JSON.stringify(made.why));
  return made.jws;
}
