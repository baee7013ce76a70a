import type { ControlKind, Fact, PressTarget, Sign } from '../../src/friction/facts.ts';
import type { Finding } from '../../src/friction/finding.ts';
import { type Judge, runJudges } from '../../src/friction/judge.ts';

/** The findings of a judge for a sequence of facts, followed by a long silence. */
export function findingsOf<S>(judge: Judge<S>, story: readonly Fact[], until = 100_000_000): Finding[] {
  const runner = runJudges({ judge });
  const found = story.flatMap((fact) => runner.judge(fact).findings);
  return [...found, ...runner.judge({ is: 'tick', at: until }).findings];
}

export const target = (kind: ControlKind = 'button', id = 1): PressTarget => ({ id, kind });
export const press = (at: number, on: PressTarget | null = target(), x = 10, y = 10): Fact => ({ is: 'press', at, on, x, y });
export const click = (at: number, on = target()): Fact => ({ is: 'click', at: at + 80, down: at, on });
export const sign = (at: number, by: Sign = 'mutation'): Fact => ({ is: 'sign', at, by });
export const request = (at: number, end: number): Fact => ({ is: 'request', at, end });
