import type { FlushReason } from '../ledger/row.ts';
import type { Entry } from '../model/entry/entry.ts';
import { createMutex } from '../runtime/mutex.ts';
import { flushReason, MAX_WAIT_MS, type Pending } from './flush-reason.ts';
import type { PolicyHub } from './policy-hub.ts';
import { ALARM_NAME, isTooEarly, saveAndSchedule } from './save-and-schedule.ts';
import { type SendEverythingDeps, sendEverything } from './send-everything.ts';
import { loadState, type UploadState } from './upload-state.ts';

export interface UploadDeps extends SendEverythingDeps {
  /** The hub that the policy names at this time, if it names one. */
  policyHub(): PolicyHub | undefined | Promise<PolicyHub | undefined>;
}

interface UploadStatus extends Pick<UploadState, 'lastSuccess' | 'lastError' | 'next' | 'hubAhead' | 'readings'> {
  /** Number of rows that wait to be sent, quarantined rows included. */
  waiting: number;
  /** Number of rows that the hub fails on while it accepts others. They are tried again from time to time. */
  quarantined: number;
}

export interface Upload {
  /** To be called for every entry that is now in the ledger: what a person submitted is sent at once, the rest in batches. */
  onRecorded(entry: Entry): Promise<void>;
  /** Sends what waits; resolves when it is sent or postponed. */
  flush(reason: FlushReason): Promise<void>;
  /** To be called when the worker has started: continues with what is left, now or when it is due. */
  resume(): Promise<void>;
  /** To be called for every alarm; alarms of other names are ignored. */
  onAlarm(name: string): Promise<void>;
  /** Undefined if the policy names no hub. */
  status(): Promise<UploadStatus | undefined>;
}

const NOTHING_PENDING: Pending = { count: 0, chars: 0 };

/**
 * Sends the ledger to the hub. A worker that is stopped loses nothing: rows without a result still wait, and the hub accepts an id only
 * once.
 */
export function createUpload(deps: UploadDeps): Upload {
  const { clock } = deps;
  const mutex = createMutex();
  const queued = new Map<FlushReason, Promise<void>>();
  let pending = NOTHING_PENDING;

  async function withState(task: (state: UploadState, hub: PolicyHub) => Promise<void>): Promise<void> {
    const hub = await deps.policyHub();
    if (hub) await task(await loadState(deps, hub.url), hub);
  }

  async function send(state: UploadState, hub: PolicyHub, reason: FlushReason): Promise<void> {
    if (isTooEarly(state, { reason, clock })) return saveAndSchedule(deps, state);
    pending = NOTHING_PENDING;
    await sendEverything(deps, { state, hub, reason });
  }

  /** Flushes for the same reason that are requested before the first of them begins are one flush. */
  function flush(reason: FlushReason): Promise<void> {
    const earlier = queued.get(reason);
    if (earlier) return earlier;
    const flushing = mutex.runExclusive(() => {
      queued.delete(reason);
      return withState((state, hub) => send(state, hub, reason));
    });
    queued.set(reason, flushing);
    return flushing;
  }

  async function onRecorded(entry: Entry): Promise<void> {
    pending = { count: pending.count + 1, chars: pending.chars + JSON.stringify(entry).length };
    const reason = flushReason(entry, pending);
    if (reason) return flush(reason);
    await mutex.runExclusive(() => withState(scheduleFlush));
  }

  async function scheduleFlush(state: UploadState): Promise<void> {
    if (!state.next) await saveAndSchedule(deps, { ...state, next: { at: clock.now() + MAX_WAIT_MS, reason: 'time' } });
  }

  const resume = (): Promise<void> =>
    mutex.runExclusive(() =>
      withState(async (state, hub) => {
        const isDue = state.next ? state.next.at <= clock.now() : await hasAnythingToSend(deps).catch(() => true);
        await (isDue ? send(state, hub, 'retry') : saveAndSchedule(deps, state));
      }),
    );

  async function onAlarm(name: string): Promise<void> {
    const hub = name === ALARM_NAME ? await deps.policyHub() : undefined;
    if (hub) await flush((await loadState(deps, hub.url)).next?.reason ?? 'retry');
  }

  return { onRecorded, flush, resume, onAlarm, status: () => readStatus(deps) };
}

async function readStatus({ ledger, policyHub, ...deps }: UploadDeps): Promise<UploadStatus | undefined> {
  const hub = await policyHub();
  if (!hub) return undefined;
  const { lastSuccess, lastError, next, hubAhead, readings, quarantined } = await loadState(deps, hub.url);
  const { waiting } = await ledger.counts();
  return { lastSuccess, lastError, next, hubAhead, readings, waiting, quarantined: quarantined.length };
}

async function hasAnythingToSend({ ledger, proposals }: Pick<UploadDeps, 'ledger' | 'proposals'>): Promise<boolean> {
  const [[row], erasures, [proposal]] = await Promise.all([ledger.waiting(1), ledger.erasures(), proposals.waiting()]);
  return row !== undefined || proposal !== undefined || erasures.some(({ receipt }) => !receipt);
}
