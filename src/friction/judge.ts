import type { Fact } from './fact.ts';
import type { Finding } from './finding.ts';

export interface Judged<S> {
  state: S;
  found?: Finding[];
  /** When a tick is wanted though nothing else happens. */
  due?: number;
}

/** A judge is a pure function: from what it knew and one more fact, to what it knows now and what it found. Its state is plain data. */
export interface Judge<S> {
  start: S;
  hear(state: S, fact: Fact): Judged<S>;
}

/** A judge whose state nobody else needs to know. */
export type AnyJudge = Judge<never>;

/** Several judges as one bench: tells each fact to all. Their state can be taken out and put back as plain data. */
export function seat(judges: Record<string, AnyJudge>, held: Record<string, unknown> = {}) {
  const states: Record<string, unknown> = { ...held };
  return {
    states,
    hear(fact: Fact): { found: Finding[]; due: number } {
      const found: Finding[] = [];
      let due = Number.POSITIVE_INFINITY;
      for (const [name, judge] of Object.entries(judges)) {
        const judged = (judge as Judge<unknown>).hear(states[name] ?? judge.start, fact);
        states[name] = judged.state;
        if (judged.found) found.push(...judged.found);
        if (judged.due !== undefined) due = Math.min(due, judged.due);
      }
      return { found, due };
    },
  };
}
