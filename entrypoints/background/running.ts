import type { Storage, Tabs } from 'webextension-polyfill';
import type { Arrival } from '../../src/messaging/messages.ts';
import type { Progress } from '../../src/model/progress.ts';
import type { ShownGuide } from '../../src/model/shown.ts';
import { inTurn } from '../../src/runtime/in-turn.ts';
import { belongsToNew } from './belongs-to-new.ts';
import type { Kept } from './kept.ts';
import { createOwner } from './walk-owner.ts';

interface Wiring {
  kept: Pick<Kept, 'running' | 'setRunning'>;
  /** Outlives the worker and ends with the browser, as the numbers of tabs do. */
  session: Storage.StorageArea;
  tabs: Pick<Tabs.Static, 'get'>;
  /** That tab, or all of them, ask anew what is there. */
  tell: (tab: number) => Promise<unknown>;
  tellAll: () => Promise<void>;
}

/** Messages change places within moments; a minute is more than any worker takes to start. In milliseconds. */
const justBefore = 60_000;

type InTab = Extract<Arrival, { here: true }>['running'];
type Asking = Partial<Pick<Tabs.Tab, 'id' | 'active' | 'openerTabId' | 'url'>>;

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
export function createRunning({ kept, session, tabs, tell, tellAll }: Wiring) {
  const turn = inTurn();
  const { owner, noted, setOwner, open } = createOwner({ session, tabs });

  async function inTab(app: string, tab: Asking | undefined, guides: readonly ShownGuide[]): Promise<InTab> {
    const running = await kept.running();
    if (running?.app !== app || tab?.id === undefined) return null;
    const whole = { ...running, way: running.way ?? 'guide', trail: running.trail ?? [] };
    const held = await owner();
    if (!held && !tab.active) return null;
    if (!held) await setOwner({ tab: tab.id, declined: [] });
    if (!held || held.tab === tab.id) return { ...whole, here: true };
    if (held.declined.includes(tab.id)) return null;
    if (tab.openerTabId !== held.tab || !belongsToNew(whole, guides, tab.url, (await open(held.tab))?.url))
      return { ...whole, here: false };
    await setOwner({ tab: tab.id, from: held.tab, declined: [] });
    void tell(held.tab);
    return { ...whole, here: true };
  }

  async function keep(progress: Progress | null, take: boolean | undefined, tab: number | undefined): Promise<boolean> {
    if (tab === undefined) return false;
    const held = await owner();
    if (take === false) {
      if (held) await setOwner({ ...held, declined: [...held.declined, tab] });
      return true;
    }
    const moves = held !== null && held.tab !== tab;
    if (!take && (moves || (progress && (await isOvertaken(progress))))) return false;
    await kept.setRunning(progress);
    if (!progress) await session.set({ walkEnded: Date.now() });
    await setOwner(!progress ? null : moves || !held ? { tab, declined: [] } : held);
    if (moves) void tell(held.tab);
    if (!progress) void tellAll();
    return true;
  }

  /** Two messages that wake the worker may change places: what was said later holds. A clock may be set back; so only just before. */
  async function isOvertaken({ at }: Progress): Promise<boolean> {
    const ended = ((await session.get('walkEnded')).walkEnded as number | undefined) ?? 0;
    const last = Math.max(ended, (await kept.running())?.at ?? 0);
    return at < last && last - at < justBefore;
  }

  async function closed(tab: number): Promise<void> {
    const held = await noted();
    if (held?.tab !== tab) return;
    const before = await open(held.from);
    await setOwner(before?.id === undefined ? null : { tab: before.id, declined: [] });
    void tellAll();
  }

  return {
    /** The walkthrough as that tab is to have it. */
    inTab: (app: string, tab: Asking | undefined, guides: readonly ShownGuide[]) => turn(() => inTab(app, tab, guides)),
    /** How far it is, by a tab's word; false where it goes on in another. */
    keep: (progress: Progress | null, take: boolean | undefined, tab: number | undefined) =>
      turn(() => keep(progress, take, tab)),
    closed: (tab: number) => turn(() => closed(tab)),
    /** The person looks at another tab: one that goes on nowhere may go on there. */
    looked: (tab: number) =>
      turn(async () => {
        if ((await kept.running()) && !(await owner())) void tell(tab);
      }),
  };
}
export type Running = ReturnType<typeof createRunning>;
