import { and, eq } from 'drizzle-orm';
import type { ProblemDetails } from '../../http/problem.ts';
import type { PublicKey, Signer } from '../../http/signer.ts';
import { signingKeys } from '../../store/release-schema.ts';
import { packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { readSignedContent } from '../read-signed-content.ts';
import { signatureColumns } from '../store-version.ts';
import { keyTransitions } from './key-transitions.ts';
import { type KeyRow, lockKeys, readKeys } from './read-keys.ts';
import { signContent } from './sign-content.ts';
import { readSignedVersions, type SignedVersion } from './signed-versions.ts';

export type ChangeKeyResult =
  | { ok: true; keys: KeyRow[] }
  | { ok: false; fault: 'unknown' }
  | { ok: false; fault: 'state'; state: KeyRow['state'] }
  | { ok: false; fault: 'signer' | 'busy'; why: ProblemDetails };

export interface ChangeKeyDeps {
  store: Store;
  signer: Signer;
  now: Date;
}

/** Versions can be published while others are signed again; then it begins anew. */
const ATTEMPTS = 3;

/**
 * Makes a prepared key the one that signs. All that devices are offered of this hub's own is signed with it at the same moment, so that the
 * old key can then be removed from policies. If one of them cannot be signed, nothing changes.
 */
export async function activateKey(deps: ChangeKeyDeps, kid: string): Promise<ChangeKeyResult> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const key = (await readKeys(deps.store)).find((one) => one.kid === kid);
    const refusal = judgeChange(key, 'activate');
    if (refusal || !key) return refusal ?? { ok: false, fault: 'unknown' };
    const versions = await readSignedVersions(deps.store, deps.now);
    const signed = await signAll(deps, key, versions);
    if (!signed.ok) return { ok: false, fault: 'signer', why: signed.why };
    const keys = await replaceActive(deps, { key, versions, jwsOf: signed.jwsOf });
    if (keys) return { ok: true, keys };
  }
  return { ok: false, fault: 'busy', why: busy };
}

/** Ends a key for good: it signs no more, and what the store holds of its private part is deleted. */
export async function retireKey({ store }: ChangeKeyDeps, kid: string): Promise<ChangeKeyResult> {
  return store.transaction(async (tx) => {
    await lockKeys(tx);
    const key = (await readKeys(tx)).find((one) => one.kid === kid);
    const refusal = judgeChange(key, 'retire');
    if (refusal) return refusal;
    await tx.update(signingKeys).set({ state: 'retired', sealedPrivateKey: null }).where(eq(signingKeys.kid, kid));
    return { ok: true, keys: await readKeys(tx) };
  });
}

function judgeChange(
  key: KeyRow | undefined,
  action: 'activate' | 'retire',
): Extract<ChangeKeyResult, { ok: false }> | undefined {
  if (!key) return { ok: false, fault: 'unknown' };
  return keyTransitions[key.state][action] ? undefined : { ok: false, fault: 'state', state: key.state };
}

const nameOf = ({ id, version }: SignedVersion): string => `${id} ${version}`;

async function signAll(
  { store, signer }: ChangeKeyDeps,
  key: PublicKey,
  versions: readonly SignedVersion[],
): Promise<{ ok: true; jwsOf: Map<string, string> } | { ok: false; why: ProblemDetails }> {
  // A key that cannot sign is found out here also where nothing is offered yet.
  const tried = await signer.sign(key.kid, new TextEncoder().encode('cairn'));
  if (!tried.ok) return tried;
  const jwsOf = new Map<string, string>();
  for (const one of versions) {
    const content = await readSignedContent(store, one);
    const signed = await signContent(signer, key, content);
    if (!signed.ok)
      return { ok: false, why: { ...signed.why, detail: `${one.id}, version ${one.version}: ${signed.why.detail}` } };
    jwsOf.set(nameOf(one), signed.signed.jws);
  }
  return { ok: true, jwsOf };
}

interface Replacement {
  key: KeyRow;
  versions: readonly SignedVersion[];
  jwsOf: ReadonlyMap<string, string>;
}

/** Undefined if something was published, signed again or changed since the versions were read. */
function replaceActive({ store, now }: ChangeKeyDeps, { key, versions, jwsOf }: Replacement): Promise<KeyRow[] | undefined> {
  return store.transaction(async (tx) => {
    await lockKeys(tx);
    const stillPrepared = (await readKeys(tx)).some(({ kid, state }) => kid === key.kid && state === key.state);
    const current = await readSignedVersions(tx, now);
    if (!stillPrepared || JSON.stringify(current) !== JSON.stringify(versions)) return undefined;
    for (const one of versions) {
      const isThis = and(eq(packs.id, one.id), eq(packs.version, one.version));
      await tx
        .update(packs)
        .set(signatureColumns(jwsOf.get(nameOf(one))!))
        .where(isThis);
    }
    const retired = { state: 'retired', sealedPrivateKey: null } as const;
    await tx.update(signingKeys).set(retired).where(eq(signingKeys.state, 'active'));
    await tx.update(signingKeys).set({ state: 'active' }).where(eq(signingKeys.kid, key.kid));
    return readKeys(tx);
  });
}

const busy: ProblemDetails = {
  kind: 'busy',
  detail: 'Packs were published while they were being signed with the new key. The key is still prepared.',
  remedy: 'Try again in a moment.',
};
