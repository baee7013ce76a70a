import type { Ledger } from '../ledger/ledger.ts';
import type { FlushReason, LedgerRow } from '../ledger/row.ts';
import { type Clock, isoNow } from '../runtime/clock.ts';
import { nextBatch } from './batch.ts';
import type { HubClient } from './hub-client.ts';
import { type Judgement, judgeAnswer, type Setback } from './judge-answer.ts';
import { afterBatch, heldBackRow, type Plan } from './plan.ts';

export interface SendContext {
  ledger: Ledger;
  clock: Clock;
  hubClient: HubClient;
  /** Address of the door, to tell people. */
  where: string;
  reason: FlushReason;
  plan: Plan;
}

export interface SendResult {
  plan: Plan;
  /** Rows that the hub has judged. */
  settledCount: number;
  /** By how many milliseconds the hub's clock is ahead of ours, if it was heard. */
  hubAhead?: number;
  /** What went wrong last, even if the rest went well. */
  setback?: Setback;
  /** It ended before everything was sent. */
  shouldRest: boolean;
  /** An erasure has no receipt yet. */
  hasOpenErasure?: boolean;
}

/** Sends what waits, batch by batch, oldest first, until nothing is left or there is a reason to rest. */
export async function sendWaiting(sending: SendContext): Promise<SendResult> {
  let sent: SendResult = { plan: sending.plan, settledCount: 0, shouldRest: false };
  while (!sent.shouldRest) {
    const batch = await takeBatch(sending.ledger, sent.plan);
    if (batch.length === 0) return nothingLeft(sent);
    const judgement = await send(sending, batch);
    const seqs = batch.map(({ seq }) => seq);
    sent = { ...sent, ...progressOf(judgement, sent, sending.clock), ...afterBatch(sent.plan, seqs, judgement) };
  }
  return sent;
}

/** With nothing to try in its stead, a suspect has to wait, and is no suspect any more. */
function nothingLeft(sent: SendResult): SendResult {
  const { size, quarantined } = sent.plan;
  return heldBackRow(sent.plan) === undefined ? sent : { ...sent, plan: { size, quarantined }, shouldRest: true };
}

async function takeBatch(ledger: Ledger, plan: Plan): Promise<LedgerRow[]> {
  const heldBack = heldBackRow(plan);
  const excluded = new Set([...plan.quarantined, ...(heldBack === undefined ? [] : [heldBack])]);
  const batch = nextBatch(await ledger.waiting(plan.size + excluded.size), { size: plan.size, without: excluded });
  const present = await markPresent(ledger, batch);
  return present.length === 0 && batch.length > 0 ? takeBatch(ledger, plan) : present;
}

/** Marks rows as on their way. What its owner erased since it was read must not leave: nobody would ask the hub to erase it. */
export async function markPresent(ledger: Ledger, rows: readonly LedgerRow[]): Promise<LedgerRow[]> {
  if (rows.length === 0) return [];
  const marked = new Set(await ledger.markAttempt(rows.map(({ seq }) => seq)));
  return rows.filter(({ seq }) => marked.has(seq));
}

/** Sends one batch that was marked as on its way, and writes what the hub said to its rows. */
export async function send(
  { ledger, clock, hubClient, where, reason }: SendContext,
  batch: readonly LedgerRow[],
): Promise<Judgement> {
  const body = { sentAt: isoNow(clock), entries: batch.map(({ entry }) => entry) };
  const result = await hubClient({ method: 'POST', path: '/v1/entries', body });
  if (!result.ok) return { kind: 'later', timedOut: false, error: result.error, waitMs: result.waitMs };
  const judgement = judgeAnswer(result.answer, { batch, where, now: clock.now() });
  if (judgement.kind === 'judged') await ledger.settle({ results: judgement.results, at: clock.now(), reason });
  return judgement;
}

function progressOf(judgement: Judgement, { settledCount }: SendResult, clock: Clock): Partial<SendResult> {
  if (judgement.kind !== 'judged') return { setback: { error: judgement.error, waitMs: judgement.waitMs } };
  return { settledCount: settledCount + judgement.results.length, hubAhead: judgement.hubNow - clock.now() };
}
