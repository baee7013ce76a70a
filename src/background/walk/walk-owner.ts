import type { Storage, Tabs } from 'webextension-polyfill';

/** The tab a walkthrough goes on in, the one that tab was opened from, and those where the person would rather not have it. */
export interface WalkOwner {
  tab: number;
  from?: number;
  declined: number[];
}

interface WalkOwnerDeps {
  /** Outlives the worker and ends with the browser, as the numbers of tabs do. */
  session: Storage.StorageArea;
  tabs: Pick<Tabs.Static, 'get'>;
}

/** Notes which tab has the walkthrough. */
export function createWalkOwner({ session, tabs }: WalkOwnerDeps) {
  const openTab = async (tab: number | undefined): Promise<Tabs.Tab | undefined> =>
    tab === undefined ? undefined : tabs.get(tab).catch(() => undefined);
  const storedOwner = async () => ((await session.get('walking')).walking as WalkOwner | null | undefined) ?? null;

  return {
    /** That tab, if it is there; `noted`, whether it is or not. */
    async liveOwner(): Promise<WalkOwner | null> {
      const held = await storedOwner();
      return held && (await openTab(held.tab)) ? held : null;
    },
    noted: storedOwner,
    setOwner: (owner: WalkOwner | null) => session.set({ walking: owner }),
    open: openTab,
  };
}
