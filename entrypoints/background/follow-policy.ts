import type { Storage } from 'webextension-polyfill';
import type { Policy } from '../../src/model/policy.ts';
import type { PackShelf } from '../../src/packs/pack-shelf.ts';
import type { createAppScripts } from './app-scripts.ts';

interface Following {
  policy: Policy;
  session: Storage.StorageArea;
  scripts: ReturnType<typeof createAppScripts>;
  renew: () => Promise<void>;
}

/** A worker that wakes under the policy it slept under has nothing to do; a browser that starts, or a policy that changed, has. */
export async function followPolicy({ policy, session, scripts, renew }: Following): Promise<void> {
  const applied = JSON.stringify(policy);
  if ((await session.get('applied')).applied === applied) return;
  await scripts.apply(policy);
  await session.set({ applied });
  await renew();
}

/** Fetch packs, and tell open tabs if what is in force is not what it was. */
export async function renewPacks(shelf: PackShelf, tellTabs: () => Promise<void>): Promise<void> {
  const inForce = async () => JSON.stringify((await shelf.packs()).map(({ app, id, version }) => [app, id, version]));
  const before = await inForce();
  await shelf.refresh();
  if ((await inForce()) !== before) await tellTabs();
}
