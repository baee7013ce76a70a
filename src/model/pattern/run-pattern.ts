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
 * twice at the same character: nothing takes longer than instructions × characters. Written with arrays of one size and without closures per
 * step, because it runs for every place at every change of address.
 */
export function runPattern({ instructions, tests }: PatternProgram, text: string): Run {
  if (text.length > MAX_JUDGED_CHARS) return { matches: false, steps: 0 };
  const chars = [...text];
  const size = instructions.length;
  const visitedAt = new Int32Array(size).fill(-1);
  const stack = new Int32Array(size);
  let [active, waiting] = [new Int32Array(size), new Int32Array(size)];
  let [depth, count, steps, hasMatch] = [0, 0, 0, false];
  const verdictsByChar = new Map<string, boolean[]>();

  function visit(at: number, position: number): void {
    if (visitedAt[at] === position) return;
    visitedAt[at] = position;
    stack[depth++] = at;
  }

  /** Collects in `waiting` the `char` instructions that can be reached from what is on the stack without taking a character. */
  function follow(position: number): void {
    [count, hasMatch] = [0, false];
    while (depth > 0) {
      const at = stack[--depth]!;
      steps += 1;
      const one = instructions[at]!;
      if (one.op === 'char') waiting[count++] = at;
      else if (one.op === 'split') for (const next of one.to) visit(next, position);
      else if (one.op === 'match') hasMatch = true;
      else if (position === (one.op === 'start' ? 0 : chars.length)) visit(at + 1, position);
    }
  }

  visit(0, 0);
  follow(0);
  for (const [position, char] of chars.entries()) {
    if (count === 0) return { matches: false, steps };
    const verdicts = verdictsByChar.get(char) ?? [];
    verdictsByChar.set(char, verdicts);
    [active, waiting] = [waiting, active];
    for (let nth = 0; nth < count; nth++) {
      const { test } = instructions[active[nth]!] as { test: number };
      verdicts[test] ??= tests[test]!.matches(char);
      if (verdicts[test]) visit(active[nth]! + 1, position + 1);
    }
    follow(position + 1);
  }
  return { matches: hasMatch, steps };
}
