import type { Fact } from './facts.ts';
import type { Finding } from './finding.ts';

interface JudgeResult<S> {
  state: S;
  findings?: Finding[];
  /** When the judge needs a tick, even if nothing else happens. */
  due?: number;
  /** Controls that a finding may be about soon, as numbered in the page: they may be gone by then. */
  suspects?: number[];
}

/** A judge is a pure function from a state and a fact to the next state and findings. Its state is plain data. */
export interface Judge<S> {
  initial: S;
  judge(state: S, fact: Fact): JudgeResult<S>;
}

/** A judge whose state is of no interest to the caller. */
type AnyJudge = Judge<unknown>;

interface JudgeRunner {
  /** The state of each judge, as plain data that can be saved. */
  states: Readonly<Record<string, unknown>>;
  /** Passes a fact to every judge. `due` is when the next tick is needed; infinite if none is. */
  judge(fact: Fact): { findings: Finding[]; due: number; suspects: number[] };
}

/** Runs several judges, from saved states where there are any. */
export function runJudges(
  judges: Readonly<Record<string, AnyJudge>>,
  saved: Readonly<Record<string, unknown>> = {},
): JudgeRunner {
  const states: Record<string, unknown> = { ...saved };

  function judge(fact: Fact): ReturnType<JudgeRunner['judge']> {
    const findings: Finding[] = [];
    const suspects: number[] = [];
    let due = Number.POSITIVE_INFINITY;
    for (const [name, one] of Object.entries(judges)) {
      const result = one.judge(states[name] ?? one.initial, fact);
      states[name] = result.state;
      if (result.findings) findings.push(...result.findings);
      if (result.suspects) suspects.push(...result.suspects);
      if (result.due !== undefined) due = Math.min(due, result.due);
    }
    return { findings, due, suspects };
  }

  return { states, judge };
}
