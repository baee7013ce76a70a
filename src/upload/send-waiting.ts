import type { Ledger } from '../ledger/ledger.ts';
import type { FlushReason, LedgerRow } from '../ledger/row.ts';
import type { Readings } from '../model/hub-api/intake.ts';
import { type Clock, isoNow } from '../runtime/clock.ts';
import { nextBatch } from './batch.ts';
import type { HubClient } from './hub-client.ts';
import { type Judgement, judgeAnswer, type Setback } from './judge-answer.ts';
import { afterBatch, heldBackRow, type Plan } from './plan.ts';

export interface SendContext {
  ledger: Ledger;
  clock: Clock;
  hubClient: HubClient;
  /** Address of the hub's entries, for error messages. */
  where: string;
  reason: FlushReason;
  plan: Plan;
}

export interface SendResult {
  plan: Plan;
  /** Number of rows that the hub has answered for. */
  settledCount: number;
  /** By how many milliseconds the hub's clock is ahead of ours, if the hub has answered. */
  hubAhead?: number;
  /** What the hub says of how often people's words are read there. */
  readings?: Readings;
  /** The last error, even if the rest succeeded. */
  setback?: Setback;
  /** Sending stopped before everything was sent. */
  shouldRest: boolean;
  /** An erasure has no receipt yet. */
  hasOpenErasure?: boolean;
}

/** Sends the waiting rows in batches, oldest first, until none is left or there is a reason to rest. */
export async function sendWaiting(context: SendContext): Promise<SendResult> {
  let sent: SendResult = { plan: context.plan, settledCount: 0, shouldRest: false };
  while (!sent.shouldRest) {
    const batch = await takeBatch(context.ledger, sent.plan);
    if (batch.length === 0) return nothingLeft(sent);
    const judgement = await sendBatch(context, batch);
    const seqs = batch.map(({ seq }) => seq);
    sent = { ...sent, ...progressOf(judgement, sent, context.clock), ...afterBatch(sent.plan, seqs, judgement) };
  }
  return sent;
}

/** Without another row to try in its place, a row that is held back has to wait, and is no longer suspect. */
function nothingLeft(sent: SendResult): SendResult {
  const { size, quarantined } = sent.plan;
  return heldBackRow(sent.plan) === undefined ? sent : { ...sent, plan: { size, quarantined }, shouldRest: true };
}

async function takeBatch(ledger: Ledger, plan: Plan): Promise<LedgerRow[]> {
  const heldBack = heldBackRow(plan);
  const excluded = new Set([...plan.quarantined, ...(heldBack === undefined ? [] : [heldBack])]);
  const batch = nextBatch(await ledger.waiting(plan.size + excluded.size), { size: plan.size, excluded });
  const present = await markPresent(ledger, batch);
  return present.length === 0 && batch.length > 0 ? takeBatch(ledger, plan) : present;
}

/** Marks rows as sent. A row that its owner erased since it was read must not be sent: nobody would ask the hub to erase it. */
export async function markPresent(ledger: Ledger, rows: readonly LedgerRow[]): Promise<LedgerRow[]> {
  if (rows.length === 0) return [];
  const marked = new Set(await ledger.markAttempt(rows.map(({ seq }) => seq)));
  return rows.filter(({ seq }) => marked.has(seq));
}

/** Sends one batch that is marked as sent, and writes the hub's results to its rows. */
export async function sendBatch(
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
  const { results, hubNow, readings } = judgement;
  return { settledCount: settledCount + results.length, hubAhead: hubNow - clock.now(), ...(readings && { readings }) };
}
