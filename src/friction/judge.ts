import type { Fact } from './facts.ts';
import type { Finding } from './finding.ts';

export interface JudgeResult<S> {
  state: S;
  findings?: Finding[];
  /** When a tick is wanted though nothing else happens. */
  due?: number;
}

/** A judge is a pure function: from what it knew and one more fact, to what it knows now and what it found. Its state is plain data. */
export interface Judge<S> {
  initial: S;
  judge(state: S, fact: Fact): JudgeResult<S>;
}

/** A judge whose state nobody else needs to know. */
export type AnyJudge = Judge<never>;

/** Several judges as one bench: tells each fact to all. Their state can be taken out and put back as plain data. */
export function runJudges(judges: Record<string, AnyJudge>, saved: Record<string, unknown> = {}) {
  const states: Record<string, unknown> = { ...saved };
  return {
    states,
    judge(fact: Fact): { findings: Finding[]; due: number } {
      const findings: Finding[] = [];
      let due = Number.POSITIVE_INFINITY;
      for (const [name, judge] of Object.entries(judges)) {
        const result = (judge as Judge<unknown>).judge(states[name] ?? judge.initial, fact);
        states[name] = result.state;
        if (result.findings) findings.push(...result.findings);
        if (result.due !== undefined) due = Math.min(due, result.due);
      }
      return { findings, due };
    },
  };
}
