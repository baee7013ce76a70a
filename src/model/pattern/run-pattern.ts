import type { PatternProgram } from './compile-pattern.ts';

/** Characters judged at most. A longer text matches nothing. */
export const MAX_JUDGED_CHARS = 2000;

interface Run {
  matches: boolean;
  /** Instructions visited: at most as many as the program has, for each character and once more. */
  steps: number;
}

/**
 * Does the program match the whole text? All the ways through the program are followed at once, one character after the other, and none
 * twice at the same character: there is nothing that takes longer than instructions × characters.
 */
export function runPattern({ instructions, tests }: PatternProgram, text: string): Run {
  if (text.length > MAX_JUDGED_CHARS) return { matches: false, steps: 0 };
  const chars = [...text];
  const visitedAt = new Int32Array(instructions.length).fill(-1);
  let steps = 0;
  let hasMatch = false;

  /** The `char` instructions that can be reached from these without taking a character. */
  function closure(from: number[], position: number): number[] {
    const waiting: number[] = [];
    hasMatch = false;
    while (from.length > 0) {
      const at = from.pop()!;
      if (visitedAt[at] === position) continue;
      visitedAt[at] = position;
      steps += 1;
      const one = instructions[at]!;
      if (one.op === 'char') waiting.push(at);
      else if (one.op === 'split') for (const next of one.to) from.push(next);
      else if (one.op === 'match') hasMatch = true;
      else if (position === (one.op === 'start' ? 0 : chars.length)) from.push(at + 1);
    }
    return waiting;
  }

  let active = closure([0], 0);
  for (const [at, char] of chars.entries()) {
    const verdicts: boolean[] = [];
    const next: number[] = [];
    for (const one of active) {
      const { test } = instructions[one] as { test: number };
      verdicts[test] ??= tests[test]!.matches(char);
      if (verdicts[test]) next.push(one + 1);
    }
    if (next.length === 0) return { matches: false, steps };
    active = closure(next, at + 1);
  }
  return { matches: hasMatch, steps };
}
