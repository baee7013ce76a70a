import type { Storage, Tabs } from 'webextension-polyfill';
import type { Arrival } from '../../messaging/messages.ts';
import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';
import type { Progress } from '../../model/person/progress.ts';
import { createMutex } from '../../runtime/mutex.ts';
import type { PersonStore } from '../person-store.ts';
import { belongsToNewTab } from './belongs-to-new-tab.ts';
import { createWalkOwner } from './walk-owner.ts';

interface WalkSessionDeps {
  personStore: Pick<PersonStore, 'progress' | 'setProgress'>;
  /** Outlives the worker and ends with the browser, as the numbers of tabs do. */
  session: Storage.StorageArea;
  tabs: Pick<Tabs.Static, 'get'>;
  /** That tab, or all of them, ask anew what is there. */
  notifyTab: (tab: number) => Promise<unknown>;
  notifyAllTabs: () => Promise<void>;
}

/** Messages change places within moments; a minute is more than any worker takes to start. In milliseconds. */
const REORDER_WINDOW_MS = 60_000;

type WalkInTab = Arrival['walk'];
type AskingTab = Partial<Pick<Tabs.Tab, 'id' | 'active' | 'openerTabId' | 'url'>>;

/**
 * A walkthrough goes on in one tab at a time:
 *
 * | a tab asks, and                                             | it                                              |
 * |-------------------------------------------------------------|-------------------------------------------------|
 * | it is the one                                               | goes on there                                   |
 * | there is none any more, and the person looks at this one     | goes on there                                   |
 * | the one has opened it, and the step belongs there            | follows; it comes back when the new tab closes   |
 * | the person said "not here"                                  | is not spoken of                                |
 * | else                                                        | is offered there                                |
 */
export function createWalkSession({ personStore, session, tabs, notifyTab, notifyAllTabs }: WalkSessionDeps) {
  const mutex = createMutex();
  const { liveOwner, noted, setOwner, open } = createWalkOwner({ session, tabs });

  async function walkInTab(app: string, tab: AskingTab | undefined, guides: readonly LocalizedGuide[]): Promise<WalkInTab> {
    const progress = await personStore.progress();
    if (progress?.app !== app || tab?.id === undefined) return null;
    const walk = { ...progress, mode: progress.mode ?? 'guide', trail: progress.trail ?? [] };
    const held = await liveOwner();
    if (!held && !tab.active) return null;
    if (!held) await setOwner({ tab: tab.id, declined: [] });
    if (!held || held.tab === tab.id) return { ...walk, inThisTab: true };
    if (held.declined.includes(tab.id)) return null;
    if (tab.openerTabId !== held.tab || !belongsToNewTab(walk, guides, tab.url, (await open(held.tab))?.url))
      return { ...walk, inThisTab: false };
    await setOwner({ tab: tab.id, from: held.tab, declined: [] });
    void notifyTab(held.tab);
    return { ...walk, inThisTab: true };
  }

  async function claim(progress: Progress | null, take: boolean | undefined, tab: number | undefined): Promise<boolean> {
    if (tab === undefined) return false;
    const held = await liveOwner();
    if (take === false) {
      if (held) await setOwner({ ...held, declined: [...held.declined, tab] });
      return true;
    }
    const moves = held !== null && held.tab !== tab;
    if (!take && (moves || (progress && (await isOutdated(progress))))) return false;
    await personStore.setProgress(progress);
    if (!progress) await session.set({ walkEnded: Date.now() });
    await setOwner(!progress ? null : moves || !held ? { tab, declined: [] } : held);
    if (moves) void notifyTab(held.tab);
    if (!progress) void notifyAllTabs();
    return true;
  }

  /** Two messages that wake the worker may change places: what was said later holds. A clock may be set back; so only just before. */
  async function isOutdated({ at }: Progress): Promise<boolean> {
    const ended = ((await session.get('walkEnded')).walkEnded as number | undefined) ?? 0;
    const last = Math.max(ended, (await personStore.progress())?.at ?? 0);
    return at < last && last - at < REORDER_WINDOW_MS;
  }

  async function tabClosed(tab: number): Promise<void> {
    const held = await noted();
    if (held?.tab !== tab) return;
    const before = await open(held.from);
    await setOwner(before?.id === undefined ? null : { tab: before.id, declined: [] });
    void notifyAllTabs();
  }

  return {
    /** The walkthrough as that tab is to have it. */
    inTab: (app: string, tab: AskingTab | undefined, guides: readonly LocalizedGuide[]) =>
      mutex.runExclusive(() => walkInTab(app, tab, guides)),
    /** How far it is, by a tab's word; false where it goes on in another. */
    claim: (progress: Progress | null, take: boolean | undefined, tab: number | undefined) =>
      mutex.runExclusive(() => claim(progress, take, tab)),
    tabClosed: (tab: number) => mutex.runExclusive(() => tabClosed(tab)),
    /** The person looks at another tab: one that goes on nowhere may go on there. */
    tabActivated: (tab: number) =>
      mutex.runExclusive(async () => {
        if ((await personStore.progress()) && !(await liveOwner())) void notifyTab(tab);
      }),
  };
}
export type WalkSession = ReturnType<typeof createWalkSession>;
