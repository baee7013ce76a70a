import type { Browser } from 'webextension-polyfill';
import type { Policy } from '../model/policy/policy.ts';
import { createPackShelf } from '../packs/pack-shelf.ts';
import { appAt } from '../policy/app-at.ts';
import { systemClock } from '../runtime/clock.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { createFetchPackWithAuth } from './fetch-pack-with-auth.ts';
import { refreshPacksAndNotify } from './follow-policy.ts';
import { readInstallNumber, releaseBucket } from './install-number.ts';
import { createReleaseWatch } from './release-watch.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface PackServicesDeps {
  browser: Pick<Browser, 'alarms' | 'tabs'>;
  items: Pick<StoredItems, 'packIndex' | 'pack' | 'installNumber' | 'releasesCheckedAt'>;
  kv: KeyValueStore<'enrolment'>;
  policy: () => Promise<Policy>;
  /** Open tabs of the apps ask again what is there for them. */
  notifyTabs: () => Promise<void>;
}

/** The packs on this device, and what keeps them up to date. */
export function createPackServices({ browser: { alarms, tabs }, items, kv, policy, notifyTabs }: PackServicesDeps) {
  const shelf = createPackShelf({
    store: { index: items.packIndex, jws: items.pack },
    policy,
    async device() {
      const install = await readInstallNumber(items);
      const { audience } = await policy();
      return { department: audience.department, bucketOf: (pack, version) => releaseBucket(install, pack, version) };
    },
    now: systemClock.now,
    fetchPack: createFetchPackWithAuth(kv, policy),
  });
  const releaseWatch = createReleaseWatch({
    shelf,
    alarms,
    clock: systemClock,
    random: Math.random,
    checkedAt: items.releasesCheckedAt,
    async isPageOpen() {
      const [inForce, open] = await Promise.all([policy(), tabs.query({})]);
      return open.some(({ url, discarded }) => !discarded && url !== undefined && appAt(inForce, url) !== undefined);
    },
    checkReleases: () => refreshPacksAndNotify({ packs: shelf.packs, refresh: shelf.refreshReleases }, notifyTabs),
    notifyTabs,
  });
  return {
    shelf,
    releaseWatch,
    async refreshPacks() {
      await releaseWatch.noteRefresh();
      await refreshPacksAndNotify(shelf, notifyTabs);
      await releaseWatch.schedule();
    },
  };
}
