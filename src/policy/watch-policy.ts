import type { Fault } from '../model/fault/fault.ts';
import type { Policy } from '../model/policy/policy.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { after, onAbort } from '../runtime/lifetime.ts';
import { judgePolicy } from './judge-policy.ts';
import { type ManagedAnswer, type ManagedArea, readManaged } from './read-managed.ts';

/** The policy in force, and the faults in what the admin set. */
export interface PolicyReading {
  policy: Policy;
  faults: Fault[];
  /** False when the admin has set nothing. */
  managed: boolean;
}

/** Stores what was set last, unjudged, so that a newer version of Cairn judges it again. */
interface PolicyCache {
  get(): Promise<unknown>;
  set(raw: unknown): Promise<void>;
}

type StorageListener = (changes: Record<string, unknown>, area: string) => void;

interface WatchPolicyDeps {
  managed: ManagedArea;
  /** `storage.onChanged`, which reports changes in every area. */
  changed: { addListener(listener: StorageListener): void; removeListener(listener: StorageListener): void };
  cache: PolicyCache;
  lifetime: AbortSignal;
  /** Called with the cached policy at once, and again whenever what is set differs. */
  onPolicy: (reading: PolicyReading) => void;
  clock?: Clock;
}

/**
 * Follows the managed policy until `lifetime` ends. The listener is added before this returns: a worker that the browser starts because
 * the policy changed must not miss the event. `current` waits for the first reading. An empty answer while a policy is cached is
 * requested a second time before it counts: packs that it would remove cannot be fetched again offline.
 */
export function watchPolicy({ managed, changed, cache, lifetime, onPolicy, clock = systemClock }: WatchPolicyDeps): {
  current(): Promise<PolicyReading>;
} {
  let latest: { text: string; reading: PolicyReading } | undefined;
  let requestCount = 0;
  const first = Promise.withResolvers<PolicyReading>();

  function publish(raw: unknown, readFaults: Fault[] = []): void {
    const text = JSON.stringify([raw, readFaults]);
    if (lifetime.aborted || latest?.text === text) return;
    const reading = readingOf(raw, readFaults);
    latest = { text, reading };
    first.resolve(reading);
    onPolicy(reading);
  }

  async function readNow(isSecond = false): Promise<void> {
    const request = ++requestCount;
    const answer = await readManaged(managed);
    if (request !== requestCount || lifetime.aborted) return;
    if (!isSecond && isEmpty(answer) && (await hasCachedPolicy(cache)))
      return after(EMPTY_RECHECK_MS, () => void readNow(true), lifetime, clock);
    publish(...(await resolveAnswer(answer, cache)));
  }

  const onChange = (_changes: unknown, area: string): void => {
    if (area === 'managed') void readNow();
  };
  changed.addListener(onChange);
  onAbort(lifetime, () => changed.removeListener(onChange));
  void readNow();
  void fromCache(cache).then((raw) => raw !== undefined && !latest && publish(raw));
  return { current: async () => latest?.reading ?? first.promise };
}

/** After a force-install Chromium first answers `{}`, and with the policy about 3 s later. */
const EMPTY_RECHECK_MS = 6000;

const isEmpty = (answer: ManagedAnswer): boolean => answer.ok && Object.keys(answer.raw).length === 0;

async function hasCachedPolicy(cache: PolicyCache): Promise<boolean> {
  const raw = await fromCache(cache);
  return typeof raw === 'object' && raw !== null && Object.keys(raw).length > 0;
}

/** What to publish. A successful answer is cached for the next start. */
async function resolveAnswer(answer: ManagedAnswer, cache: PolicyCache): Promise<[raw: unknown, unread: Fault[]]> {
  if (!answer.ok) return [(await fromCache(cache)) ?? {}, [answer.why]];
  await cache.set(answer.raw).catch(() => undefined);
  return [answer.raw, []];
}

/** If storage fails, the start is slower, and the policy still applies. */
const fromCache = (cache: PolicyCache): Promise<unknown> => cache.get().catch(() => undefined);

function readingOf(raw: unknown, readFaults: Fault[]): PolicyReading {
  const { policy, faults } = judgePolicy(raw);
  const managed = typeof raw !== 'object' || raw === null || Object.keys(raw).length > 0;
  return { policy, faults: [...readFaults, ...faults], managed };
}
