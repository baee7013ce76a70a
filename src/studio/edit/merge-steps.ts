import type { Anchor } from '../../model/pack/anchor.ts';
import type { Condition } from '../../model/pack/condition.ts';
import type { Step } from '../../model/pack/step.ts';
import type { EditRefusal } from './draft-edit.ts';
import { joinTexts } from './edit-text.ts';
import { branchingTo } from './step-links.ts';

/**
 * One step of two that follow each other: the title of the first, both texts, the checks of both and the branches of the second. It has the
 * control of the first, or of the second if the first has none.
 */
export function mergeSteps(steps: readonly Step[], index: number, base: string): Step[] | EditRefusal {
  const [first, second] = [steps[index]!, steps[index + 1]];
  if (!second) return { why: 'no-next-step' };
  if (first.next?.some(({ to }) => to !== second.id)) return { why: 'has-branches', step: first.id };
  const branching = branchingTo(
    steps.filter((step) => step !== first),
    second.id,
  );
  if (branching) return { why: 'is-branched-to', step: branching.id };
  return [...steps.slice(0, index), merged(first, second, base), ...steps.slice(index + 2)];
}

function merged(first: Step, second: Step, base: string): Step {
  const shown = first.anchor || !second.anchor ? first : second;
  const { next: _, checks: __, ...fields } = shown;
  const [place, address] = [first.at ?? shown.at, first.at ? first.go : shown.go];
  const checks = [...checksOf(first, shown), ...checksOf(second, shown)];
  const branches = second.next?.map((branch) => ({ ...branch, ...(branch.if && { if: about(branch.if, second, shown) }) }));
  return {
    ...fields,
    id: first.id,
    title: first.title,
    body: joinTexts(first.body, second.body, base),
    ...(place !== undefined && { at: place }),
    ...(address !== undefined && { go: address }),
    ...(checks.length > 0 && { checks }),
    ...(branches && { next: branches.map((branch) => (branch.to === second.id ? { ...branch, to: first.id } : branch)) }),
  };
}

const checksOf = (step: Step, shown: Step): NonNullable<Step['checks']> =>
  (step.checks ?? []).map((check) => ({ ...check, requires: about(check.requires, step, shown) }));

/** A condition on the value of "the control of the step" names that control where the step has another one now. */
function about(condition: Condition, step: Step, shown: Step): Condition {
  const anchor: Anchor | undefined = step.anchor;
  if (condition.is !== 'value' || condition.anchor || step === shown || !anchor) return condition;
  return { ...condition, anchor };
}
