import type { Fault } from '../model/fault/fault.ts';
import { firstFaults, issueFaults } from '../model/fault/issue-faults.ts';
import { pack } from '../model/pack/pack.ts';
import { completePack } from './complete-pack.ts';
import { describePackPath } from './describe-pack-path.ts';
import { judgeShape } from './judge-shape.ts';
import { lintLanguages } from './lint-languages.ts';
import { lintParts } from './lint-pack.ts';

/**
 * Everything that is wrong with what an author wrote, in one pass: format, references, sense, warnings. Faults come in the order of the
 * document and name guides and steps by their ids; translations are summed up at the end.
 *
 * @param today as `2026-11-22`
 */
export function lintDocument(written: unknown, today: string): Fault[] {
  const misshapen = judgeShape(written);
  if (misshapen) return [misshapen];
  const { faults, document, pack: completed, isReplaced } = completePack(written);
  const parts = completed ? [...faultsBetween(document), ...lintParts(completed, today, isReplaced)] : [];
  const translations = completed ? lintLanguages(completed, isReplaced) : [];
  const ordered = [...faults, ...parts.filter(({ path }) => !isReplaced(path))].sort((one, other) =>
    comparePaths(one.path, other.path),
  );
  const named = ordered.map((fault) => ({ ...fault, path: describePackPath(fault.path, written) }));
  return firstFaults([...named, ...translations]);
}

/** References to guides, steps and tasks that are not there, and ids that are used twice. */
function faultsBetween(document: unknown): Fault[] {
  const parsed = pack.safeParse(document);
  return parsed.success ? [] : issueFaults(pack, document, parsed.error);
}

/** In the order of guides and, within one, of steps; what belongs to no guide comes first. */
function comparePaths(one: string, other: string): number {
  const [guide = 0, step = 0] = positionOf(one).map((at, level) => at - positionOf(other)[level]!);
  return guide || step;
}

const positionOf = (path: string): number[] => {
  const [, guide = -1, step = -1] = /^guides\[(\d+)\](?:\.steps\[(\d+)\])?/.exec(path) ?? [];
  return [Number(guide), Number(step)];
};
