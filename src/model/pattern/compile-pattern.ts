import { parsePattern } from './parse-pattern.ts';
import type { CharTest, PatternNode, PatternRefusal } from './pattern-node.ts';

type Instruction =
  /** Takes one character that passes the test, and goes on with the next instruction. */
  | { op: 'char'; test: number }
  /** Goes on with each of these. */
  | { op: 'split'; to: number[] }
  | { op: 'start' }
  | { op: 'end' }
  | { op: 'match' };

export interface PatternProgram {
  instructions: readonly Instruction[];
  tests: readonly CharTest[];
}

export type CompiledPattern = { ok: true; program: PatternProgram } | { ok: false; why: PatternRefusal };

/** Instructions of one pattern: judging takes at most so many steps for each character. */
const MAX_INSTRUCTIONS = 1000;

/** Compiles a regular expression for `runPattern`, or says why it is not taken. */
export function compilePattern(source: string): CompiledPattern {
  const parsed = parsePattern(source);
  return parsed.ok ? compileNode(parsed.node) : parsed;
}

/** Compiles a tree. Counts are written out, so that a small pattern may come to many instructions; too many are refused. */
export function compileNode(node: PatternNode): CompiledPattern {
  const draft: Draft = { instructions: [], tests: new Map(), budget: MAX_INSTRUCTIONS };
  emit(node, draft);
  if (draft.budget < 0) return { ok: false, why: 'size' };
  draft.instructions.push({ op: 'match' });
  return { ok: true, program: { instructions: draft.instructions, tests: [...draft.tests.values()].map(({ test }) => test) } };
}

interface Draft {
  instructions: Instruction[];
  tests: Map<string, { index: number; test: CharTest }>;
  /** How much may still be emitted; below zero the pattern is too large, and nothing more is emitted. */
  budget: number;
}

function emit(node: PatternNode, draft: Draft): void {
  draft.budget -= 1;
  if (draft.budget < 0) return;
  const { instructions } = draft;
  switch (node.is) {
    case 'char':
      instructions.push({ op: 'char', test: testIndex(node.test, draft) });
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, draft);
      return;
    case 'any-of':
      emitAnyOf(node.options, draft);
      return;
    case 'repeat':
      emitRepeat(node, draft);
      return;
    default:
      instructions.push({ op: node.is });
  }
}

function testIndex(test: CharTest, { tests }: Draft): number {
  const known = tests.get(test.source) ?? { index: tests.size, test };
  tests.set(test.source, known);
  return known.index;
}

function emitAnyOf(options: readonly PatternNode[], draft: Draft): void {
  const { instructions } = draft;
  const choice: number[] = [];
  const exit: number[] = [];
  instructions.push({ op: 'split', to: choice });
  for (const option of options) {
    choice.push(instructions.length);
    emit(option, draft);
    instructions.push({ op: 'split', to: exit });
  }
  exit.push(instructions.length);
}

function emitRepeat({ part, min, max }: Extract<PatternNode, { is: 'repeat' }>, draft: Draft): void {
  const { instructions } = draft;
  for (let nth = 0; nth < min && draft.budget >= 0; nth++) emit(part, draft);
  if (max === Number.POSITIVE_INFINITY) {
    const loop: number[] = [instructions.length + 1];
    const start = instructions.push({ op: 'split', to: loop }) - 1;
    emit(part, draft);
    instructions.push({ op: 'split', to: [start] });
    loop.push(instructions.length);
    return;
  }
  const optional: number[][] = [];
  for (let nth = min; nth < max && draft.budget >= 0; nth++) {
    const to = [instructions.length + 1];
    optional.push(to);
    instructions.push({ op: 'split', to });
    emit(part, draft);
  }
  for (const to of optional) to.push(instructions.length);
}
