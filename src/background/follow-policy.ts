import type { Policy } from '../model/policy/policy.ts';
import type { PackShelf } from '../packs/pack-shelf.ts';
import type { createAppScripts } from './app-scripts.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface FollowPolicyDeps {
  policy: Policy;
  appliedPolicy: StoredItems['appliedPolicy'];
  scripts: ReturnType<typeof createAppScripts>;
  refreshPacks: () => Promise<void>;
}

/** A worker that wakes under the policy it slept under has nothing to do; a browser that starts, or a policy that changed, has. */
export async function followPolicy({ policy, appliedPolicy, scripts, refreshPacks }: FollowPolicyDeps): Promise<void> {
  const policyText = JSON.stringify(policy);
  if ((await appliedPolicy.get()) === policyText) return;
  await scripts.apply(policy);
  await appliedPolicy.set(policyText);
  await refreshPacks();
}

/** Fetch packs, and tell open tabs if what is in force is not what it was. */
export async function refreshPacksAndNotify(shelf: PackShelf, notifyTabs: () => Promise<void>): Promise<void> {
  const packsInForce = async () => JSON.stringify((await shelf.packs()).map(({ app, id, version }) => [app, id, version]));
  const before = await packsInForce();
  await shelf.refresh();
  if ((await packsInForce()) !== before) await notifyTabs();
}
