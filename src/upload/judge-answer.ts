import type { LedgerRow } from '../ledger/row.ts';
import { batchReply, problem } from '../model/hub-api/intake.ts';
import { matchResults, type RowResult } from './batch.ts';
import type { HubAnswer } from './call-hub.ts';
import { retryAfter } from './retry-delay.ts';
import type { UploadError } from './upload-error.ts';

/** Why to leave the hub alone for now, and for how many milliseconds it asked for that itself. */
export interface Setback {
  error: UploadError;
  waitMs: number;
}

/**
 * What an answer to a batch means.
 *
 * | answer                                | means     |
 * |---------------------------------------|-----------|
 * | 200 with a verdict for at least one   | judged    |
 * | 400, 413, 422                         | objection: something in this batch, or its size; the hub is well |
 * | 500                                   | objection: something in this batch, or the hub is broken |
 * | none in time                          | later, and less at once |
 * | anything else, half of one, garbage   | later     |
 */
export type Judgement =
  | { kind: 'judged'; results: RowResult[] /** The hub's clock. */; hubNow: number }
  | ({ kind: 'objection'; isHubHealthy: boolean } & Setback)
  | ({ kind: 'later'; timedOut: boolean } & Setback);

const OBJECTION_STATUSES = new Set([400, 413, 422, 500]);

/** An answer that is not the one we wanted, as a reason to rest. */
export function setbackOf(answer: HubAnswer, { where, now }: { where: string; now: number }): Setback {
  return { error: describeError(answer, where), waitMs: answer.kind === 'answered' ? retryAfter({ ...answer, now }) : 0 };
}

/** Judges an answer that came at `now` from `where`. */
export function judgeAnswer(
  answer: HubAnswer,
  { batch, where, now }: { batch: readonly LedgerRow[]; where: string; now: number },
): Judgement {
  const setback = setbackOf(answer, { where, now });
  if (answer.kind === 'unanswered') return { kind: 'later', timedOut: answer.timedOut, ...setback };
  if (answer.status === 200) {
    const reply = batchReply.safeParse(answer.body);
    const results = reply.success ? matchResults(batch, reply.data.results) : [];
    if (reply.success && results.length > 0) return { kind: 'judged', results, hubNow: Date.parse(reply.data.now) };
  }
  if (OBJECTION_STATUSES.has(answer.status)) return { kind: 'objection', isHubHealthy: answer.status !== 500, ...setback };
  return { kind: 'later', timedOut: false, ...setback };
}

const RETRY_REMEDY = 'Nothing to do here: it is tried again; if it stays, see the log of the hub';

/** What to tell people about an answer that is not the one we wanted. */
export function describeError(answer: HubAnswer, where: string): UploadError {
  if (answer.kind === 'unanswered') {
    return answer.timedOut
      ? { what: 'The hub did not answer in time', where, remedy: 'Nothing to do: it is tried again, with less at once' }
      : {
          what: `The hub could not be reached: ${answer.message}`,
          where,
          remedy: 'See whether the hub runs and this address leads to it',
        };
  }
  const { status, body } = answer;
  const parsed = problem.safeParse(body);
  if (parsed.success)
    return { what: `The hub answered ${status}: ${parsed.data.detail}`, where, remedy: parsed.data.remedy ?? RETRY_REMEDY };
  return {
    what: status < 300 ? 'What answered is not the hub, or its answer was cut short' : `The hub answered ${status}`,
    where,
    remedy: status < 500 ? 'See whether a proxy or a sign-in page stands between this browser and the hub' : RETRY_REMEDY,
  };
}
