import type { Policy } from '../model/policy/policy.ts';
import type { ShelfIndex, ShelfStore } from './shelf-index.ts';
import { type VerifiedPack, verifyPack } from './verify-pack.ts';

/** The part of the policy that concerns packs. */
export type PackPolicy = Pick<Policy, 'apps' | 'keys' | 'packs'>;

/** The stored pack with the name `app/id`, if it is valid under the policy as it is now. */
export type ReadVerifiedPack = (name: string, index: ShelfIndex, inForce: PackPolicy) => Promise<VerifiedPack | undefined>;

/**
 * Reads stored packs and verifies their signatures again, so that a key that left the policy stops counting at once. The same content
 * under the same keys is verified once per lifetime of the worker.
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
