import type { LedgerRow } from '../ledger/row.ts';
import { batchReply, problem } from '../model/hub-api/intake.ts';
import { matchResults, type RowResult } from './batch.ts';
import type { HubAnswer } from './call-hub.ts';
import { retryAfter } from './retry-delay.ts';
import type { UploadError } from './upload-error.ts';

/** Why to stop sending for now, and for how many milliseconds the hub has asked to wait (0 if it has not). */
export interface Setback {
  error: UploadError;
  waitMs: number;
}

/**
 * What an answer to a batch means.
 *
 * | answer                                | means     |
 * |---------------------------------------|-----------|
 * | 200 with a result for at least one    | judged    |
 * | 400, 413, 422                         | objection: something in this batch, or its size; the hub is healthy |
 * | 500                                   | objection: something in this batch, or the hub is broken |
 * | none in time                          | later, with a smaller batch |
 * | anything else, incomplete, unreadable | later     |
 */
export type Judgement =
  | { kind: 'judged'; results: RowResult[] /** The hub's clock. */; hubNow: number }
  | ({ kind: 'objection'; isHubHealthy: boolean } & Setback)
  | ({ kind: 'later'; timedOut: boolean } & Setback);

const OBJECTION_STATUSES = new Set([400, 413, 422, 500]);

/** An unsuccessful answer as a reason to stop sending for now. */
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

const RETRY_REMEDY = 'Nothing to do here: it will be sent again. If the error persists, see the log of the hub';

/** Describes an unsuccessful answer for the status page. */
function describeError(answer: HubAnswer, where: string): UploadError {
  if (answer.kind === 'unanswered') {
    return answer.timedOut
      ? { what: 'The hub did not answer in time', where, remedy: 'Nothing to do: it will be sent again in smaller batches' }
      : {
          what: `The hub could not be reached: ${answer.message}`,
          where,
          remedy: 'Check that the hub is running and can be reached at this address',
        };
  }
  const { status, body } = answer;
  const parsed = problem.safeParse(body);
  if (parsed.success)
    return { what: `The hub answered ${status}: ${parsed.data.detail}`, where, remedy: parsed.data.remedy ?? RETRY_REMEDY };
  return {
    what: status < 300 ? 'The answer is incomplete or does not come from the hub' : `The hub answered ${status}`,
    where,
    remedy: status < 500 ? 'Check whether a proxy or a sign-in page stands between this browser and the hub' : RETRY_REMEDY,
  };
}
