import type { Row } from '../ledger/row.ts';
import { batchReply, problem } from '../model/hub-api.ts';
import type { HubAnswer } from './ask-hub.ts';
import { matchVerdicts, type RowVerdict } from './batch.ts';
import { retryAfter } from './retry-delay.ts';
import type { Trouble } from './trouble.ts';

/** Why to leave the hub alone for now, and for how many milliseconds it asked for that itself. */
export interface Setback {
  trouble: Trouble;
  wait: number;
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
  | { kind: 'judged'; verdicts: RowVerdict[] /** The hub's clock. */; hubNow: number }
  | ({ kind: 'objection'; hubIsWell: boolean } & Setback)
  | ({ kind: 'later'; slow: boolean } & Setback);

const objections = new Set([400, 413, 422, 500]);

/** An answer that is not the one we wanted, as a reason to rest. */
export function setbackOf(answer: HubAnswer, { where, now }: { where: string; now: number }): Setback {
  return { trouble: troubleOf(answer, where), wait: answer.kind === 'answered' ? retryAfter({ ...answer, now }) : 0 };
}

/** Judges an answer that came at `now` from `where`. */
export function judgeAnswer(
  answer: HubAnswer,
  { batch, where, now }: { batch: readonly Row[]; where: string; now: number },
): Judgement {
  const setback = setbackOf(answer, { where, now });
  if (answer.kind === 'unanswered') return { kind: 'later', slow: answer.slow, ...setback };
  if (answer.status === 200) {
    const reply = batchReply.safeParse(answer.body);
    const verdicts = reply.success ? matchVerdicts(batch, reply.data.verdicts) : [];
    if (reply.success && verdicts.length > 0) return { kind: 'judged', verdicts, hubNow: Date.parse(reply.data.now) };
  }
  if (objections.has(answer.status)) return { kind: 'objection', hubIsWell: answer.status !== 500, ...setback };
  return { kind: 'later', slow: false, ...setback };
}

const tryAgain = 'Nothing to do here: it is tried again; if it stays, see the log of the hub';

/** What to tell people about an answer that is not the one we wanted. */
export function troubleOf(answer: HubAnswer, where: string): Trouble {
  if (answer.kind === 'unanswered') {
    return answer.slow
      ? { what: 'The hub did not answer in time', where, remedy: 'Nothing to do: it is tried again, with less at once' }
      : {
          what: `The hub could not be reached: ${answer.said}`,
          where,
          remedy: 'See whether the hub runs and this address leads to it',
        };
  }
  const { status, body } = answer;
  const said = problem.safeParse(body);
  if (said.success)
    return { what: `The hub answered ${status}: ${said.data.detail}`, where, remedy: said.data.remedy ?? tryAgain };
  return {
    what: status < 300 ? 'What answered is not the hub, or its answer was cut short' : `The hub answered ${status}`,
    where,
    remedy: status < 500 ? 'See whether a proxy or a sign-in page stands between this browser and the hub' : tryAgain,
  };
}
