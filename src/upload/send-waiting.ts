import type { Ledger } from '../ledger/ledger.ts';
import type { FlushReason, Row } from '../ledger/row.ts';
import { type Clock, isoNow } from '../runtime/clock.ts';
import { nextBatch } from './batch.ts';
import type { HubDoor } from './hub-door.ts';
import { type Judgement, judgeAnswer, type Setback } from './judge-answer.ts';
import { afterBatch, type Plan, suspectOf } from './plan.ts';

export interface Sending {
  ledger: Ledger;
  clock: Clock;
  door: HubDoor;
  /** Address of the door, to tell people. */
  where: string;
  reason: FlushReason;
  plan: Plan;
}

export interface Sent {
  plan: Plan;
  /** Rows that the hub has judged. */
  settled: number;
  /** By how many milliseconds the hub's clock is ahead of ours, if it was heard. */
  hubAhead?: number;
  /** What went wrong last, even if the rest went well. */
  setback?: Setback;
  /** It ended before everything was sent. */
  rest: boolean;
  /** An erasure has no receipt yet. */
  isErasing?: boolean;
}

/** Sends what waits, batch by batch, oldest first, until nothing is left or there is a reason to rest. */
export async function sendWaiting(sending: Sending): Promise<Sent> {
  let sent: Sent = { plan: sending.plan, settled: 0, rest: false };
  while (!sent.rest) {
    const batch = await take(sending.ledger, sent.plan);
    if (batch.length === 0) return nothingLeft(sent);
    const judgement = await send(sending, batch);
    const seqs = batch.map(({ seq }) => seq);
    sent = { ...sent, ...told(judgement, sent, sending.clock), ...afterBatch(sent.plan, seqs, judgement) };
  }
  return sent;
}

/** With nothing to try in its stead, a suspect has to wait, and is no suspect any more. */
function nothingLeft(sent: Sent): Sent {
  const { size, aside } = sent.plan;
  return suspectOf(sent.plan) === undefined ? sent : { ...sent, plan: { size, aside }, rest: true };
}

async function take(ledger: Ledger, plan: Plan): Promise<Row[]> {
  const suspect = suspectOf(plan);
  const without = new Set([...plan.aside, ...(suspect === undefined ? [] : [suspect])]);
  const batch = nextBatch(await ledger.waiting(plan.size + without.size), { size: plan.size, without });
  const left = await stillThere(ledger, batch);
  return left.length === 0 && batch.length > 0 ? take(ledger, plan) : left;
}

/** Marks rows as on their way. What its owner erased since it was read must not leave: nobody would ask the hub to erase it. */
export async function stillThere(ledger: Ledger, rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return [];
  const marked = new Set(await ledger.markAttempt(rows.map(({ seq }) => seq)));
  return rows.filter(({ seq }) => marked.has(seq));
}

/** Sends one batch that was marked as on its way, and writes what the hub said to its rows. */
export async function send({ ledger, clock, door, where, reason }: Sending, batch: readonly Row[]): Promise<Judgement> {
  const body = { sentAt: isoNow(clock), entries: batch.map(({ entry }) => entry) };
  const passed = await door({ method: 'POST', path: '/v1/entries', body });
  if (!passed.ok) return { kind: 'later', slow: false, trouble: passed.trouble, wait: passed.wait };
  const judgement = judgeAnswer(passed.answer, { batch, where, now: clock.now() });
  if (judgement.kind === 'judged') await ledger.settle({ verdicts: judgement.verdicts, at: clock.now(), reason });
  return judgement;
}

function told(judgement: Judgement, { settled }: Sent, clock: Clock): Partial<Sent> {
  if (judgement.kind !== 'judged') return { setback: { trouble: judgement.trouble, wait: judgement.wait } };
  return { settled: settled + judgement.verdicts.length, hubAhead: judgement.hubNow - clock.now() };
}
