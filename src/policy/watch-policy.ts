import type { Storage } from 'webextension-polyfill';
import type { Fault } from '../model/fault.ts';
import type { Policy } from '../model/policy.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { after, atEnd } from '../runtime/lifetime.ts';
import { judgePolicy } from './judge-policy.ts';
import { type ManagedAnswer, type ManagedArea, readManaged } from './read-policy.ts';

/** The policy in force and what is wrong with what the admin set. */
export interface PolicyReading {
  policy: Policy;
  faults: Fault[];
  /** False when the admin has set nothing. */
  managed: boolean;
}

/** Keeps what was last set, as it was set, so that a newer version of Cairn judges it anew. */
export interface PolicyCache {
  get(): Promise<unknown>;
  set(raw: unknown): Promise<void>;
}

export interface PolicyWatch {
  managed: ManagedArea;
  /** `storage.onChanged`: tells of changes in every area. */
  changed: Pick<Storage.Static['onChanged'], 'addListener' | 'removeListener'>;
  cache: PolicyCache;
  lifetime: AbortSignal;
  /** Called with the cached policy at once, and whenever what is set turns out to be different. */
  onPolicy: (reading: PolicyReading) => void;
  clock?: Clock;
}

/**
 * Follows the managed policy for as long as `lifetime`. The listener is added before this returns: a worker that the browser starts
 * because the policy changed must not miss the news. `current` waits for the first reading there is. An empty answer where a policy was
 * held is asked for a second time before it is believed: what it would take away is not got back offline.
 */
export function watchPolicy({ managed, changed, cache, lifetime, onPolicy, clock = systemClock }: PolicyWatch): {
  current(): Promise<PolicyReading>;
} {
  let told: { text: string; reading: PolicyReading } | undefined;
  let asked = 0;
  const first = Promise.withResolvers<PolicyReading>();

  function tell(raw: unknown, unread: Fault[] = []): void {
    const text = JSON.stringify([raw, unread]);
    if (lifetime.aborted || told?.text === text) return;
    const reading = readingOf(raw, unread);
    told = { text, reading };
    first.resolve(reading);
    onPolicy(reading);
  }

  async function ask(isSecond = false): Promise<void> {
    const turn = ++asked;
    const answer = await readManaged(managed);
    if (turn !== asked || lifetime.aborted) return;
    if (!isSecond && isEmpty(answer) && (await holdsPolicy(cache))) return after(doubt, () => void ask(true), lifetime, clock);
    tell(...(await settle(answer, cache)));
  }

  const onChange = (_changes: unknown, area: string): void => {
    if (area === 'managed') void ask();
  };
  changed.addListener(onChange);
  atEnd(lifetime, () => changed.removeListener(onChange));
  void ask();
  void fromCache(cache).then((raw) => raw !== undefined && !told && tell(raw));
  return { current: async () => told?.reading ?? first.promise };
}

/** Milliseconds: Chromium's first answer after a force-install is `{}`, and the policy follows some 3 s later. */
const doubt = 6000;

const isEmpty = (answer: ManagedAnswer): boolean => answer.ok && Object.keys(answer.raw).length === 0;

async function holdsPolicy(cache: PolicyCache): Promise<boolean> {
  const raw = await fromCache(cache);
  return typeof raw === 'object' && raw !== null && Object.keys(raw).length > 0;
}

/** What to tell, and to keep for the next start. */
async function settle(answer: ManagedAnswer, cache: PolicyCache): Promise<[raw: unknown, unread: Fault[]]> {
  if (!answer.ok) return [(await fromCache(cache)) ?? {}, [answer.why]];
  await cache.set(answer.raw).catch(() => undefined);
  return [answer.raw, []];
}

/** Storage that fails costs us the quick start, not the policy. */
const fromCache = (cache: PolicyCache): Promise<unknown> => cache.get().catch(() => undefined);

function readingOf(raw: unknown, unread: Fault[]): PolicyReading {
  const { policy, faults } = judgePolicy(raw);
  const managed = typeof raw !== 'object' || raw === null || Object.keys(raw).length > 0;
  return { policy, faults: [...unread, ...faults], managed };
}
