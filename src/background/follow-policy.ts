import type { Policy } from '../model/policy/policy.ts';
import type { PackShelf } from '../packs/pack-shelf.ts';
import type { createAppScripts } from './app-scripts.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface FollowPolicyDeps {
  policy: Policy;
  appliedPolicy: StoredItems['appliedPolicy'];
  scripts: Pick<ReturnType<typeof createAppScripts>, 'apply'>;
  refreshPacks: () => Promise<void>;
}

/**
 * Applies a policy that differs from the one applied last, one at a time. A worker that wakes under the policy it slept under has nothing
 * to do; a browser that starts, or a policy that changed, has.
 */
export async function followPolicy({ policy, appliedPolicy, scripts, refreshPacks }: FollowPolicyDeps): Promise<void> {
  const policyText = JSON.stringify(policy);
  let isNew = false;
  await appliedPolicy.update(async (applied) => {
    isNew = applied !== policyText;
    if (isNew) await scripts.apply(policy);
    return policyText;
  });
  if (isNew) await refreshPacks();
}

/** Fetches packs, and notifies open tabs if other packs are in force than before. */
export async function refreshPacksAndNotify(
  shelf: Pick<PackShelf, 'packs' | 'refresh'>,
  notifyTabs: () => Promise<void>,
): Promise<void> {
  const packsInForce = async () => JSON.stringify((await shelf.packs()).map(({ app, id, version }) => [app, id, version]));
  const before = await packsInForce();
  await shelf.refresh();
  if ((await packsInForce()) !== before) await notifyTabs();
}
