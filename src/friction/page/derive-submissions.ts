import type { Fact, FactOf } from '../facts.ts';

/**
 * Tells from other facts when what was changed has been sent. The browser's timeline does not tell how a request was made, so a write is
 * recognised by what led to it.
 *
 * | rule | value | source |
 * |---|---|---|
 * | sent | a request to the app's server after the last change, within 2500 ms of a press, or of the change itself, that was not refused | apps without forms send like this, too |
 * | never | a request that a link led to, or a press that changed the address before the answer came | this is the way elsewhere; but for a submit or a button named so |
 * | never | a request with a query, if nothing but the change led to it | it looks something up |
 * | sent as well | a submit, or a press of a button named so, after which the page changed and no request ran and no field was refused in 5 s | an app that stores in the browser |
 * | | a submit that the page did not stop: the browser sends the form | |
 */
const WITHIN_MS = 2500;
const ACCEPTED_AFTER_MS = 5000;

interface Attempt {
  at: number;
  form: number;
  /** A submit, or a button that is named so. */
  isDeclared: boolean;
  /** Emitted as submitted already. */
  isSent: boolean;
  isAnswered: boolean;
}
export interface SubmissionState {
  changedAt: number | null;
  attempt: Attempt | null;
  movedAt: number | null;
}
export const noSubmission: SubmissionState = { changedAt: null, attempt: null, movedAt: null };

type Derived = FactOf<'submitted'> | FactOf<'saved'>;
interface Derivation {
  state: SubmissionState;
  facts: Derived[];
  /** When a tick is needed. */
  due?: number;
}

/** The state after a fact, and the facts that follow from it. */
export function deriveSubmissions(state: SubmissionState, fact: Fact): Derivation {
  const { state: settled, facts } = settle(state, fact);
  const next = applyFact(settled, fact);
  const derived = fact.is === 'request' ? judgeRequest(next, fact) : { state: next, facts: [] };
  const { attempt } = derived.state;
  return {
    state: derived.state,
    facts: [...facts, ...derived.facts],
    ...(attempt?.isDeclared && { due: attempt.at + ACCEPTED_AFTER_MS }),
  };
}

function applyFact(state: SubmissionState, fact: Fact): SubmissionState {
  const attempt = (form: number, isDeclared: boolean, isSent = false): SubmissionState => ({
    ...state,
    attempt: { at: fact.at, form, isDeclared, isSent, isAnswered: false },
  });
  switch (fact.is) {
    case 'changed':
      return { ...state, changedAt: fact.at, attempt: state.attempt?.isSent ? state.attempt : null };
    case 'click':
    case 'keyed':
      // What was to be sent is still awaited.
      if (state.attempt?.isDeclared) return state;
      return /^(link|download)$/.test(fact.on.kind) ? { ...state, attempt: null } : attempt(fact.form ?? 0, false);
    case 'attempted':
      return attempt(fact.form, true);
    case 'submitted':
      return attempt(fact.form, true, true);
    case 'invalid':
      return { ...state, attempt: null };
    case 'sign':
      if (fact.by === 'navigation') return { ...state, movedAt: fact.at };
      return state.attempt && fact.at >= state.attempt.at ? { ...state, attempt: { ...state.attempt, isAnswered: true } } : state;
    default:
      return state;
  }
}

/** An attempt that nobody refused in time is accepted. */
function settle(state: SubmissionState, fact: Fact): { state: SubmissionState; facts: Derived[] } {
  const { attempt } = state;
  const isOver = attempt?.isDeclared && (fact.is === 'end' || fact.at - attempt.at >= ACCEPTED_AFTER_MS);
  if (!isOver) return { state, facts: [] };
  const { at, form, isSent, isAnswered } = attempt;
  const submitted: Derived[] = isSent || !isAnswered ? [] : [{ is: 'submitted', at, form }];
  const saved: Derived[] = isSent || isAnswered ? [{ is: 'saved', at: fact.at, form }] : [];
  return { state: { ...state, attempt: null }, facts: [...submitted, ...saved] };
}

function judgeRequest(state: SubmissionState, request: FactOf<'request'>): { state: SubmissionState; facts: Derived[] } {
  const { changedAt, attempt, movedAt } = state;
  const { at, end, outcome, hasQuery } = request;
  const nothing = { state, facts: [] };
  if (!outcome || changedAt === null || at < changedAt) return nothing;
  const isByPress = attempt !== null && at >= attempt.at && at - attempt.at <= WITHIN_MS;
  const isByChange = !isByPress && !hasQuery && at - changedAt <= WITHIN_MS;
  const hasLeft = movedAt !== null && movedAt >= (attempt?.at ?? changedAt) && movedAt <= end && !attempt?.isDeclared;
  if (!(isByPress || isByChange) || hasLeft) return nothing;
  if (outcome === 'refused') return { state: { ...state, attempt: null }, facts: [] };
  const form = isByPress ? attempt.form : 0;
  return {
    state: { ...state, changedAt: null, attempt: null },
    facts: [
      { is: 'submitted', at, form },
      { is: 'saved', at: end, form },
    ],
  };
}
