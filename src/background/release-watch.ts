import type { PackShelf } from '../packs/pack-shelf.ts';
import type { Clock } from '../runtime/clock.ts';
import type { StoredItem } from '../runtime/stored-item.ts';

export interface ReleaseWatch {
  /** Packs were refreshed: to be called after it, and when the worker starts, since browsers may forget alarms. */
  schedule(): Promise<void>;
  /** Every source was just asked. */
  noteRefresh(): Promise<void>;
  /** A page of an app has opened or has gone to another address. */
  onPage(): Promise<void>;
  /** To be called for every alarm; alarms of others are left alone. */
  onAlarm(name: string): Promise<void>;
}

interface Alarms {
  get(name: string): Promise<unknown>;
  create(name: string, at: { when?: number; delayInMinutes?: number; periodInMinutes?: number }): unknown;
  clear(name: string): Promise<unknown>;
}

interface ReleaseWatchDeps {
  shelf: Pick<PackShelf, 'hasReleases' | 'nextEnd'>;
  alarms: Alarms;
  clock: Pick<Clock, 'now'>;
  /** From 0 to under 1. */
  random: () => number;
  /** When hubs were asked last, in milliseconds since the epoch. */
  checkedAt: StoredItem<number>;
  /** Whether a page of an app is open. */
  isPageOpen: () => Promise<boolean>;
  /** Asks the hubs, and notifies open pages if other packs are in force than before. */
  checkReleases: () => Promise<void>;
  notifyTabs: () => Promise<void>;
}

const CHECK_ALARM = 'cairn-releases';
const END_ALARM = 'cairn-pack-end';
/** Time between two checks: devices that started together spread over the difference. */
const SHORTEST_MINUTES = 3.5;
export const LONGEST_MINUTES = 4.5;
const LONGEST_MS = LONGEST_MINUTES * 60_000;
/** Timers of browsers do not count further than some weeks. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/**
 * Asks hubs whether what they offer has changed, so that what is switched off disappears within five minutes from pages that are open, and
 * wakes at the end of packs that have one. Nothing is asked while no page of an app is open; the first one that opens asks.
 */
export function createReleaseWatch(deps: ReleaseWatchDeps): ReleaseWatch {
  const { shelf, alarms, clock, random, checkedAt, isPageOpen, checkReleases, notifyTabs } = deps;

  function scheduleCheck(): void {
    const delayInMinutes = SHORTEST_MINUTES + random() * (LONGEST_MINUTES - SHORTEST_MINUTES);
    alarms.create(CHECK_ALARM, { delayInMinutes, periodInMinutes: LONGEST_MINUTES });
  }

  async function schedule(): Promise<void> {
    if (!(await shelf.hasReleases())) await alarms.clear(CHECK_ALARM);
    else if (!(await alarms.get(CHECK_ALARM))) scheduleCheck();
    const end = await shelf.nextEnd();
    if (end === undefined) await alarms.clear(END_ALARM);
    else alarms.create(END_ALARM, { when: Math.min(end, clock.now() + LONGEST_WAIT_MS) });
  }

  const noteRefresh = () => checkedAt.set(clock.now());

  async function check(): Promise<void> {
    await noteRefresh();
    await checkReleases();
    await schedule();
  }

  return {
    schedule,
    noteRefresh,
    async onPage() {
      // A clock that was set back must not put the check off.
      const isRecent = Math.abs(clock.now() - (await checkedAt.get())) < LONGEST_MS;
      if (!isRecent && (await shelf.hasReleases())) await check();
    },
    async onAlarm(name) {
      if (name === END_ALARM) {
        await notifyTabs();
        await schedule();
      }
      if (name !== CHECK_ALARM) return;
      scheduleCheck();
      if (await isPageOpen()) await check();
      // Whoever opens a page before the next alarm must not wait for that one, too.
      else await checkedAt.reset();
    },
  };
}
