import type { Storage, Tabs } from 'webextension-polyfill';

/** The tab a walkthrough goes on in, the one that tab was opened from, and those where the person would rather not have it. */
export interface Owner {
  tab: number;
  from?: number;
  declined: number[];
}

interface Wiring {
  /** Outlives the worker and ends with the browser, as the numbers of tabs do. */
  session: Storage.StorageArea;
  tabs: Pick<Tabs.Static, 'get'>;
}

/** Notes which tab has the walkthrough. */
export function createOwner({ session, tabs }: Wiring) {
  const open = async (tab: number | undefined): Promise<Tabs.Tab | undefined> =>
    tab === undefined ? undefined : tabs.get(tab).catch(() => undefined);
  const noted = async () => ((await session.get('walking')).walking as Owner | null | undefined) ?? null;

  return {
    /** That tab, if it is there; `noted`, whether it is or not. */
    async owner(): Promise<Owner | null> {
      const held = await noted();
      return held && (await open(held.tab)) ? held : null;
    },
    noted,
    setOwner: (owner: Owner | null) => session.set({ walking: owner }),
    open,
  };
}
