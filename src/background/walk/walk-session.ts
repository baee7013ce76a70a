import type { Tabs } from 'webextension-polyfill';
import type { SenderTab } from '../../messaging/message-router.ts';
import type { Arrival } from '../../messaging/messages.ts';
import type { Pack } from '../../model/pack/pack.ts';
import type { Progress } from '../../model/person/progress.ts';
import { createMutex } from '../../runtime/mutex.ts';
import type { StoredItems } from '../storage/open-storage.ts';
import { belongsToNewTab } from './belongs-to-new-tab.ts';
import { onOwnerClosed, onReport, onTabAsks, type WalkSessionState, type WalkTransition } from './walk-transitions.ts';

interface WalkSessionDeps {
  items: Pick<StoredItems, 'progress' | 'walkOwner' | 'walkEndedAt'>;
  tabs: { get(tab: number): Promise<Pick<Tabs.Tab, 'id' | 'url'>> };
  /** That tab, or all tabs, ask anew what is there. */
  notifyTab: (tab: number) => Promise<unknown>;
  notifyAllTabs: () => Promise<void>;
}

type WalkInTab = Arrival['walk'];

/** The walkthrough that the person is in, and the tab it goes on in. One call at a time; `walk-transitions.ts` has the rules. */
export function createWalkSession({ items, tabs, notifyTab, notifyAllTabs }: WalkSessionDeps) {
  const { runExclusive } = createMutex();
  const openTab = async (tab: number | undefined) => (tab === undefined ? undefined : tabs.get(tab).catch(() => undefined));

  /** A tab that has been closed while the worker slept owns nothing. */
  async function read(): Promise<WalkSessionState> {
    const [progress, owner, endedAt] = await Promise.all([items.progress.get(), items.walkOwner.get(), items.walkEndedAt.get()]);
    return { progress, owner: owner && (await openTab(owner.tab)) ? owner : null, endedAt };
  }

  async function apply({ state, notify }: WalkTransition, before: WalkSessionState): Promise<void> {
    if (state.progress !== before.progress) await items.progress.set(state.progress);
    if (state.owner !== before.owner) await items.walkOwner.set(state.owner);
    if (state.endedAt !== before.endedAt) await items.walkEndedAt.set(state.endedAt);
    if (notify === 'all') void notifyAllTabs();
    else if (notify !== undefined) void notifyTab(notify);
  }

  async function inTab(app: string, tab: SenderTab & { id: number }, packs: readonly Pack[]): Promise<WalkInTab> {
    const state = await read();
    const { progress, owner } = state;
    if (progress?.app !== app) return null;
    const isOpenedByOwner = owner !== null && tab.openerTabId === owner.tab;
    const follows = isOpenedByOwner && belongsToNewTab(progress, packs, tab.url, (await openTab(owner.tab))?.url);
    const transition = onTabAsks(state, { id: tab.id, isActive: tab.active === true }, follows);
    await apply(transition, state);
    return transition.result === 'nothing' ? null : { ...progress, inThisTab: transition.result === 'here' };
  }

  async function claim(progress: Progress | null, take: boolean | undefined, tab: number): Promise<boolean> {
    const state = await read();
    const transition = onReport(state, { progress, take, tab, now: Date.now() });
    await apply(transition, state);
    return transition.result === 'accepted';
  }

  async function tabClosed(tab: number): Promise<void> {
    const owner = await items.walkOwner.get();
    if (owner?.tab !== tab) return;
    const before = { progress: null, owner, endedAt: 0 };
    await apply(onOwnerClosed(before, (await openTab(owner.from))?.id), before);
  }

  /** The person looks at another tab: a walkthrough that goes on nowhere may go on there. */
  async function tabActivated(tab: number): Promise<void> {
    const { progress, owner } = await read();
    if (progress && !owner) void notifyTab(tab);
  }

  return {
    /** The walkthrough as that tab is to show it. */
    inTab: (app: string, tab: SenderTab & { id: number }, packs: readonly Pack[]) => runExclusive(() => inTab(app, tab, packs)),
    /** How far the walkthrough is, as a tab reports it; false where it goes on in another tab. */
    claim: (progress: Progress | null, take: boolean | undefined, tab: number) => runExclusive(() => claim(progress, take, tab)),
    tabClosed: (tab: number) => runExclusive(() => tabClosed(tab)),
    tabActivated: (tab: number) => runExclusive(() => tabActivated(tab)),
  };
}
export type WalkSession = ReturnType<typeof createWalkSession>;
