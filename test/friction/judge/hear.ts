import type { Fact, Kind, Sign, Target } from '../../../src/friction/fact.ts';
import type { Finding } from '../../../src/friction/finding.ts';
import { type AnyJudge, type Judge, seat } from '../../../src/friction/judge.ts';

/** Tells a judge a story and answers what it found; a long silence follows. */
export function verdictOf<S>(judge: Judge<S>, story: readonly Fact[], until = 100_000_000): Finding[] {
  const bench = seat({ judge: judge as unknown as AnyJudge });
  const found = story.flatMap((fact) => bench.hear(fact).found);
  return [...found, ...bench.hear({ is: 'tick', at: until }).found];
}

export const target = (kind: Kind = 'button', id = 1): Target => ({ id, kind });
export const press = (at: number, on: Target | null = target(), x = 10, y = 10): Fact => ({ is: 'press', at, on, x, y });
export const click = (at: number, on = target()): Fact => ({ is: 'click', at: at + 80, down: at, on });
export const sign = (at: number, by: Sign = 'mutation'): Fact => ({ is: 'sign', at, by });
export const request = (at: number, end: number): Fact => ({ is: 'request', at, end });
