import type { Ledger } from '../ledger/ledger.ts';
import type { FlushReason } from '../ledger/row.ts';
import type { Entry } from '../model/entry.ts';
import type { Clock } from '../runtime/clock.ts';
import { inTurn } from '../runtime/in-turn.ts';
import type { Kv } from '../runtime/kv.ts';
import { afterSending } from './after-sending.ts';
import { ALARM, type Alarms, isTooEarly, keepAgenda } from './agenda.ts';
import type { Fetch } from './ask-hub.ts';
import { hubUrl, type PolicyHub } from './enrol.ts';
import { flushReason, LONGEST_WAIT } from './flush-reason.ts';
import { hubDoor } from './hub-door.ts';
import { sendAside } from './send-aside.ts';
import { sendErasures } from './send-erasures.ts';
import { type Sending, type Sent, sendWaiting } from './send-waiting.ts';
import { recall, type UploadState } from './upload-state.ts';

export interface UploadMeans {
  ledger: Ledger;
  /** The hub that the policy names now, if it names one. */
  policyHub(): PolicyHub | undefined | Promise<PolicyHub | undefined>;
  fetch: Fetch;
  kv: Kv;
  alarms: Alarms;
  clock: Clock;
  /** 0 up to 1. */
  random(): number;
}

export interface UploadStatus extends Pick<UploadState, 'lastSuccess' | 'lastError' | 'next' | 'hubAhead'> {
  /** Rows that wait to be sent, those set aside included. */
  waiting: number;
  /** Rows that the hub fails on while it takes others; they are tried again by and by. */
  aside: number;
}

export interface Upload {
  /** An entry is in the ledger: what a person said leaves at once, the rest in batches. */
  kept(entry: Entry): Promise<void>;
  /** Sends what waits, for a stated reason; resolves when it is sent or put off. */
  soon(reason: FlushReason): Promise<void>;
  /** The worker has started: goes on with what was left, now or at its time. */
  resume(): Promise<void>;
  /** To be called for every alarm; alarms of others are left alone. */
  onAlarm(name: string): Promise<void>;
  status(): Promise<UploadStatus | undefined>;
}

/** A worker stopped in the middle of a flush is woken after this long. */
const IF_STOPPED = 90_000;

/** Carries the ledger to the hub. A stopped worker loses nothing: what has no verdict still waits, and the hub takes an id once. */
export function createUpload(means: UploadMeans): Upload {
  const { ledger, clock } = means;
  const turn = inTurn();
  const asked = new Map<FlushReason, Promise<void>>();
  let pending = { count: 0, text: 0 };

  /** Flushes asked for before one has begun are one flush. */
  function soon(reason: FlushReason): Promise<void> {
    const before = asked.get(reason);
    if (before) return before;
    const flushing = turn(() => {
      asked.delete(reason);
      return withState((state, hub) => flush(state, hub, reason));
    });
    asked.set(reason, flushing);
    return flushing;
  }

  async function withState(act: (state: UploadState, hub: PolicyHub) => Promise<void>): Promise<void> {
    const hub = await means.policyHub();
    if (hub) await act(await recall(means, hub.url), hub);
  }

  async function flush(state: UploadState, hub: PolicyHub, reason: FlushReason): Promise<void> {
    if (isTooEarly(state, { reason, clock })) return keepAgenda(means, state);
    pending = { count: 0, text: 0 };
    await keepAgenda(means, { ...state, next: { at: clock.now() + IF_STOPPED, reason: 'retry' } });
    const plan = { size: state.size, aside: state.aside, doubt: state.doubt };
    const where = hubUrl(hub, '/v1/entries');
    const sent = await sendAll({ ledger, clock, door: hubDoor(means, hub), where, reason, plan });
    await keepAgenda(means, afterSending(state, sent, { now: clock.now(), random: means.random }));
  }

  async function kept(entry: Entry): Promise<void> {
    pending = { count: pending.count + 1, text: pending.text + JSON.stringify(entry).length };
    const reason = flushReason(entry, pending);
    if (reason) return soon(reason);
    await turn(() => withState(byAndBy));
  }

  async function byAndBy(state: UploadState): Promise<void> {
    if (!state.next) await keepAgenda(means, { ...state, next: { at: clock.now() + LONGEST_WAIT, reason: 'time' } });
  }

  async function resume(): Promise<void> {
    await turn(() =>
      withState(async (state, hub) => {
        const isDue = state.next ? state.next.at <= clock.now() : await isAnythingLeft(ledger).catch(() => true);
        await (isDue ? flush(state, hub, 'retry') : keepAgenda(means, state));
      }),
    );
  }

  async function onAlarm(name: string): Promise<void> {
    if (name !== ALARM) return;
    const hub = await means.policyHub();
    if (hub) await soon((await recall(means, hub.url)).next?.reason ?? 'retry');
  }

  async function status(): Promise<UploadStatus | undefined> {
    const hub = await means.policyHub();
    if (!hub) return undefined;
    const { lastSuccess, lastError, next, hubAhead, aside } = await recall(means, hub.url);
    return { lastSuccess, lastError, next, hubAhead, waiting: (await ledger.counts()).waiting, aside: aside.length };
  }

  return { kept, soon, resume, onAlarm, status };
}

async function isAnythingLeft(ledger: Ledger): Promise<boolean> {
  const [[row], erasures] = await Promise.all([ledger.waiting(1), ledger.erasures()]);
  return row !== undefined || erasures.some(({ receipt }) => !receipt);
}

/** Everything that waits; then, on a retry or at once if that is new, what was set aside; then erasures. A ledger that fails is a reason to rest too. */
async function sendAll(sending: Sending): Promise<Sent> {
  try {
    const sent = await sendWaiting(sending);
    if (sent.rest) return sent;
    const isNew = sent.plan.aside.length > sending.plan.aside.length;
    const all = isNew || sending.reason === 'retry' ? await sendAside(sending, sent) : sent;
    const setback = await sendErasures({ ...sending, now: sending.clock.now() });
    return setback ? { ...all, setback, isErasing: true } : all;
  } catch (fault) {
    const trouble = {
      what: `The ledger could not be read or written: ${String(fault)}`,
      where: 'this browser',
      remedy: 'Make room on the disk, then restart the browser',
    };
    return { plan: sending.plan, settled: 0, setback: { trouble, wait: 0 }, rest: true };
  }
}
