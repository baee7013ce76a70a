import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { and, eq, isNotNull } from 'drizzle-orm';
import { calculateJwkThumbprint } from 'jose';
import type { NewKey, PublicKey, Signer, SignerResult } from '../../http/signer.ts';
import { signingKeys } from '../../store/release-schema.ts';
import type { Store } from '../../store/store.ts';
import { openPrivateKey, sealPrivateKey } from './seal-private-key.ts';
import type { SigningSecret } from './signing-secret.ts';

/** Keys in the store, each encrypted under a secret that is not there. */
export function createFileSigner({ store, secret }: { store: Store; secret: SigningSecret }): Signer {
  return {
    heldBy: 'file',
    listKeys: async () => ({ ok: true, value: (await readSealedKeys(store)).map(({ kid, x }) => ({ kid, x })) }),
    async makeKey() {
      const sealedKeys = await readSealedKeys(store);
      // Where there are keys their secret exists: another one would lock out one or the other.
      const read = await (sealedKeys.length > 0 ? secret.read() : secret.readOrMake());
      if (!read.ok) return read;
      // None was made under another secret than the one before it, so one of them stands for all.
      const opened = sealedKeys[0] && (await openSealed(sealedKeys[0], read.value));
      if (opened && !opened.ok) return opened;
      return { ok: true, value: await newKey(read.value) };
    },
    async sign(kid, bytes) {
      const key = (await readSealedKeys(store)).find((one) => one.kid === kid);
      if (!key) return { ok: false, why: unknownKey(kid) };
      const read = await secret.read();
      if (!read.ok) return read;
      const opened = await openSealed(key, read.value);
      if (!opened.ok) return opened;
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.x, d: opened.value.toString('base64url') };
      return { ok: true, value: sign(null, bytes, createPrivateKey({ key: jwk, format: 'jwk' })) };
    },
  };
}

interface SealedKey extends PublicKey {
  sealed: string;
}

async function readSealedKeys(store: Store): Promise<SealedKey[]> {
  const { kid, x, sealedPrivateKey: sealed, heldBy } = signingKeys;
  const rows = await store
    .select({ kid, x, sealed })
    .from(signingKeys)
    .where(and(eq(heldBy, 'file'), isNotNull(sealed)));
  return rows.map((row) => ({ ...row, sealed: row.sealed! }));
}

async function openSealed(key: SealedKey, secret: string): Promise<SignerResult<Buffer>> {
  const opened = await openPrivateKey(key.sealed, secret, key);
  return opened ? { ok: true, value: opened } : { ok: false, why: wrongSecret(key.kid) };
}

/** Its id is the beginning of its thumbprint (RFC 7638), as `cairn key new` has it. */
async function newKey(secret: string): Promise<NewKey> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
  const kid = (await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })).slice(0, 12);
  return { kid, x, sealedPrivateKey: await sealPrivateKey(Buffer.from(d, 'base64url'), secret, { kid, x }) };
}

const unknownKey = (kid: string) => ({
  kind: 'signer-unavailable',
  detail: `The hub does not hold the private part of the key ${kid}.`,
  remedy: 'Activate another key on the Admin page, or make one.',
});
const wrongSecret = (kid: string) => ({
  kind: 'signer-unavailable',
  detail: `The signing secret of this hub is not the one that the key ${kid} was encrypted under. Nothing was changed.`,
  remedy:
    'Whoever runs the hub gives the earlier secret back in CAIRN_SIGNING_SECRET or its file. If it is lost, retire that key and make a new one.',
});
