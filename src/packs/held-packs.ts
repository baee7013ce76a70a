import type { Policy } from '../model/policy.ts';
import type { ShelfIndex, ShelfStore } from './shelf-index.ts';
import { type Verified, verifyPack } from './verify-pack.ts';

/** What of the policy decides over packs. */
export type InForce = Pick<Policy, 'apps' | 'keys' | 'packs'>;

/** A held pack by its name `app/id`, if it is good under the policy as it is now. */
export type GoodNow = (name: string, index: ShelfIndex, inForce: InForce) => Promise<Verified | undefined>;

/**
 * Reads held packs and checks their signatures anew, so that a key that left the policy counts for nothing at once. The same content
 * under the same keys is checked once in a lifetime of the worker.
 */
export function heldPacks(shelf: ShelfStore): GoodNow {
  const checked = new Map<string, { digest: string; keys: string; verified: Verified | undefined }>();
  return async (name, { held }, { apps, keys }) => {
    const digest = held[name]?.digest;
    if (digest === undefined || !apps.some((app) => name.startsWith(`${app.id}/`))) return undefined;
    const pinned = JSON.stringify(keys);
    const known = checked.get(name);
    if (known?.digest === digest && known.keys === pinned) return known.verified;
    const jws = await shelf.jws(name);
    const judged = jws === undefined ? undefined : await verifyPack(jws, keys);
    const verified = judged?.ok && judged.digest === digest ? judged : undefined;
    if (verified) checked.set(name, { digest, keys: pinned, verified });
    return verified;
  };
}
