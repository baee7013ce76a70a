import type { Ledger } from '../ledger/ledger.ts';
import type { FlushReason } from '../ledger/row.ts';
import type { Entry } from '../model/entry/entry.ts';
import type { Clock } from '../runtime/clock.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { createMutex } from '../runtime/mutex.ts';
import { afterSending } from './after-sending.ts';
import type { Fetch } from './call-hub.ts';
import { hubUrl, type PolicyHub } from './enrol.ts';
import { flushReason, MAX_WAIT_MS } from './flush-reason.ts';
import { createHubClient } from './hub-client.ts';
import { ALARM_NAME, type Alarms, isTooEarly, saveAndSchedule } from './save-and-schedule.ts';
import { sendErasures } from './send-erasures.ts';
import { sendQuarantined } from './send-quarantined.ts';
import { type SendContext, type SendResult, sendWaiting } from './send-waiting.ts';
import { loadState, type UploadState } from './upload-state.ts';

export interface UploadDeps {
  ledger: Ledger;
  /** The hub that the policy names now, if it names one. */
  policyHub(): PolicyHub | undefined | Promise<PolicyHub | undefined>;
  fetch: Fetch;
  kv: KeyValueStore;
  alarms: Alarms;
  clock: Clock;
  /** 0 up to 1. */
  random(): number;
}

export interface UploadStatus extends Pick<UploadState, 'lastSuccess' | 'lastError' | 'next' | 'hubAhead'> {
  /** Rows that wait to be sent, those set aside included. */
  waiting: number;
  /** Rows that the hub fails on while it takes others; they are tried again by and by. */
  quarantined: number;
}

export interface Upload {
  /** An entry is in the ledger: what a person said leaves at once, the rest in batches. */
  onRecorded(entry: Entry): Promise<void>;
  /** Sends what waits, for a stated reason; resolves when it is sent or put off. */
  flush(reason: FlushReason): Promise<void>;
  /** The worker has started: goes on with what was left, now or at its time. */
  resume(): Promise<void>;
  /** To be called for every alarm; alarms of others are left alone. */
  onAlarm(name: string): Promise<void>;
  status(): Promise<UploadStatus | undefined>;
}

/** A worker stopped in the middle of a flush is woken after this long. */
const WAKE_AFTER_MS = 90_000;

/** Carries the ledger to the hub. A stopped worker loses nothing: what has no verdict still waits, and the hub takes an id once. */
export function createUpload(deps: UploadDeps): Upload {
  const { ledger, clock } = deps;
  const mutex = createMutex();
  const queued = new Map<FlushReason, Promise<void>>();
  let pending = { count: 0, text: 0 };

  /** Flushes asked for before one has begun are one flush. */
  function flush(reason: FlushReason): Promise<void> {
    const before = queued.get(reason);
    if (before) return before;
    const flushing = mutex.runExclusive(() => {
      queued.delete(reason);
      return withState((state, hub) => flushNow(state, hub, reason));
    });
    queued.set(reason, flushing);
    return flushing;
  }

  async function withState(act: (state: UploadState, hub: PolicyHub) => Promise<void>): Promise<void> {
    const hub = await deps.policyHub();
    if (hub) await act(await loadState(deps, hub.url), hub);
  }

  async function flushNow(state: UploadState, hub: PolicyHub, reason: FlushReason): Promise<void> {
    if (isTooEarly(state, { reason, clock })) return saveAndSchedule(deps, state);
    pending = { count: 0, text: 0 };
    await saveAndSchedule(deps, { ...state, next: { at: clock.now() + WAKE_AFTER_MS, reason: 'retry' } });
    const plan = { size: state.size, quarantined: state.quarantined, suspect: state.suspect };
    const where = hubUrl(hub, '/v1/entries');
    const sent = await sendAll({ ledger, clock, hubClient: createHubClient(deps, hub), where, reason, plan });
    await saveAndSchedule(deps, afterSending(state, sent, { now: clock.now(), random: deps.random }));
  }

  async function onRecorded(entry: Entry): Promise<void> {
    pending = { count: pending.count + 1, text: pending.text + JSON.stringify(entry).length };
    const reason = flushReason(entry, pending);
    if (reason) return flush(reason);
    await mutex.runExclusive(() => withState(scheduleFlush));
  }

  async function scheduleFlush(state: UploadState): Promise<void> {
    if (!state.next) await saveAndSchedule(deps, { ...state, next: { at: clock.now() + MAX_WAIT_MS, reason: 'time' } });
  }

  async function resume(): Promise<void> {
    await mutex.runExclusive(() =>
      withState(async (state, hub) => {
        const isDue = state.next ? state.next.at <= clock.now() : await hasAnythingToSend(ledger).catch(() => true);
        await (isDue ? flushNow(state, hub, 'retry') : saveAndSchedule(deps, state));
      }),
    );
  }

  async function onAlarm(name: string): Promise<void> {
    if (name !== ALARM_NAME) return;
    const hub = await deps.policyHub();
    if (hub) await flush((await loadState(deps, hub.url)).next?.reason ?? 'retry');
  }

  async function status(): Promise<UploadStatus | undefined> {
    const hub = await deps.policyHub();
    if (!hub) return undefined;
    const { lastSuccess, lastError, next, hubAhead, quarantined } = await loadState(deps, hub.url);
    return { lastSuccess, lastError, next, hubAhead, waiting: (await ledger.counts()).waiting, quarantined: quarantined.length };
  }

  return { onRecorded, flush, resume, onAlarm, status };
}

async function hasAnythingToSend(ledger: Ledger): Promise<boolean> {
  const [[row], erasures] = await Promise.all([ledger.waiting(1), ledger.erasures()]);
  return row !== undefined || erasures.some(({ receipt }) => !receipt);
}

/** Everything that waits; then, on a retry or at once if that is new, what was set aside; then erasures. A ledger that fails is a reason to rest too. */
async function sendAll(sending: SendContext): Promise<SendResult> {
  try {
    const sent = await sendWaiting(sending);
    if (sent.shouldRest) return sent;
    const isNew = sent.plan.quarantined.length > sending.plan.quarantined.length;
    const all = isNew || sending.reason === 'retry' ? await sendQuarantined(sending, sent) : sent;
    const setback = await sendErasures({ ...sending, now: sending.clock.now() });
    return setback ? { ...all, setback, hasOpenErasure: true } : all;
  } catch (fault) {
    const error = {
      what: `The ledger could not be read or written: ${String(fault)}`,
      where: 'this browser',
      remedy: 'Make room on the disk, then restart the browser',
    };
    return { plan: sending.plan, settledCount: 0, setback: { error, waitMs: 0 }, shouldRest: true };
  }
}
