import type { LedgerRow } from '../ledger/row.ts';
import type { UploadError, UploadErrorKind } from '../model/fault/upload-error.ts';
import { batchReply, problem, type Readings } from '../model/hub-api/intake.ts';
import { quoteRemote } from '../model/text/quote-remote.ts';
import { matchResults, type RowResult } from './batch.ts';
import type { HubAnswer } from './call-hub.ts';
import { retryAfter } from './retry-delay.ts';

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
  | { kind: 'judged'; results: RowResult[] /** The hub's clock. */; hubNow: number; readings?: Readings }
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
    if (reply.success && results.length > 0) {
      const { now: hubTime, readings } = reply.data;
      return { kind: 'judged', results, hubNow: Date.parse(hubTime), ...(readings && { readings }) };
    }
  }
  if (OBJECTION_STATUSES.has(answer.status)) return { kind: 'objection', isHubHealthy: answer.status !== 500, ...setback };
  return { kind: 'later', timedOut: false, ...setback };
}

/** The problem kinds of the hub that have a sentence of their own. */
const kindsByProblem: Record<string, UploadErrorKind> = {
  'wrong-token': 'wrongToken',
  'token-replaced': 'wrongToken',
  'unknown-install': 'unknownInstall',
  'over-budget': 'overBudget',
  'too-many': 'busy',
  busy: 'busy',
  'store-unreachable': 'hubFailed',
  'internal-error': 'hubFailed',
};

/** Describes an unsuccessful answer. What the hub wrote is not part of it: whoever stands in its place could write anything there. */
function describeError(answer: HubAnswer, where: string): UploadError {
  if (answer.kind === 'unanswered')
    return answer.timedOut ? { kind: 'timeout', where } : { kind: 'unreachable', where, detail: quoteRemote(answer.message) };
  const { status, body, isTooLarge } = answer;
  if (isTooLarge) return { kind: 'tooLarge', where, status };
  if (status < 300) return { kind: 'notTheHub', where, status };
  return { kind: problemKind(body) ?? kindByStatus(status), where, status };
}

function problemKind(body: unknown): UploadErrorKind | undefined {
  const parsed = problem.safeParse(body);
  const name = parsed.success ? (/^urn:cairn:problem:([a-z-]{1,40})$/.exec(parsed.data.type)?.[1] ?? '') : '';
  return Object.hasOwn(kindsByProblem, name) ? kindsByProblem[name] : undefined;
}

function kindByStatus(status: number): UploadErrorKind {
  if (status === 429) return 'busy';
  return status >= 500 ? 'hubFailed' : 'status';
}
