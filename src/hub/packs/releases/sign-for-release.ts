import type { ProblemDetails } from '../../http/problem.ts';
import type { Store } from '../../store/store.ts';
import { holdKeys, readActiveKey } from '../signing/read-keys.ts';
import { signContent } from '../signing/sign-content.ts';
import type { PublishablePack } from '../store-version.ts';
import { type ReleaseWriteDeps, refused, type WriteRefusal } from './release-write.ts';

export interface SignedForRelease {
  pack: PublishablePack;
  /** Keeps the key active until the transaction ends; refused if another key has become active. */
  holdKey(tx: Store): Promise<{ ok: true } | WriteRefusal>;
}

/** Signs the JSON text of a pack with the active key. */
export async function signForRelease(
  { store, signer }: ReleaseWriteDeps,
  content: string,
): Promise<({ ok: true } & SignedForRelease) | WriteRefusal> {
  const key = await readActiveKey(store);
  if (!key) return refused(409, noActiveKey);
  const made = await signContent(signer, key, content);
  if (!made.ok) return refused(made.fault === 'signer' ? 503 : 409, made.why);
  const holdKey = async (tx: Store) => {
    await holdKeys(tx);
    const active = await readActiveKey(tx);
    return active?.kid === key.kid ? { ok: true as const } : refused(409, keyChanged);
  };
  return { ok: true, pack: made.signed, holdKey };
}

const noActiveKey: ProblemDetails = {
  kind: 'no-active-key',
  detail: 'No signing key of this hub is active, so it cannot sign.',
  remedy: 'An admin makes a key on the Admin page, puts it into the policies, and activates it.',
};
const keyChanged: ProblemDetails = {
  kind: 'key-changed',
  detail: 'Another signing key was activated at the same moment. Nothing was published.',
  remedy: 'Publish again.',
};
