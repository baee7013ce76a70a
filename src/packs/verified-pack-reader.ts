import type { Policy } from '../model/policy/policy.ts';
import type { ShelfIndex, ShelfStore } from './shelf-index.ts';
import { type VerifiedPack, verifyPack } from './verify-pack.ts';

/** What of the policy decides over packs. */
export type PackPolicy = Pick<Policy, 'apps' | 'keys' | 'packs'>;

/** A held pack by its name `app/id`, if it is good under the policy as it is now. */
export type ReadVerifiedPack = (name: string, index: ShelfIndex, inForce: PackPolicy) => Promise<VerifiedPack | undefined>;

/**
 * Reads held packs and checks their signatures anew, so that a key that left the policy counts for nothing at once. The same content
 * under the same keys is checked once in a lifetime of the worker.
 */
export function createVerifiedPackReader(shelf: ShelfStore): ReadVerifiedPack {
  const verifiedByName = new Map<string, { digest: string; keys: string; verified: VerifiedPack | undefined }>();
  return async (name, { packs }, { apps, keys }) => {
    const digest = packs[name]?.digest;
    if (digest === undefined || !apps.some((app) => name.startsWith(`${app.id}/`))) return undefined;
    const keysText = JSON.stringify(keys);
    const cached = verifiedByName.get(name);
    if (cached?.digest === digest && cached.keys === keysText) return cached.verified;
    const jws = await shelf.jws(name).get();
    const judged = jws === null ? undefined : await verifyPack(jws, keys);
    const verified = judged?.ok && judged.digest === digest ? judged : undefined;
    if (verified) verifiedByName.set(name, { digest, keys: keysText, verified });
    return verified;
  };
}
