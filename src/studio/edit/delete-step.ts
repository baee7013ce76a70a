import type { Step } from '../../model/pack/step.ts';
import type { EditRefusal } from './draft-edit.ts';
import { branchingTo, defaultTarget, followingStep, hasConditionalBranch, withBranches } from './step-links.ts';

/**
 * The steps without one of them. Branches to it lead to where it led. That is refused where it led to several places by conditions, as
 * nobody can tell which of them a branch to it meant.
 */
export function deleteStep(steps: readonly Step[], index: number): Step[] | EditRefusal {
  const deleted = steps[index]!;
  if (steps.length === 1) return { why: 'only-step' };
  const branching = branchingTo(steps, deleted.id);
  if (branching && hasConditionalBranch(deleted)) return { why: 'is-branched-to', step: branching.id };
  const target = targetAfter(steps, index);
  const skipsSteps = target !== followingStep(steps, index) && !hasConditionalBranch(deleted);
  return steps.flatMap((step, at) => {
    if (at === index) return [];
    const redirected = redirect(step, deleted, target);
    const fellThrough = at === index - 1 && defaultTarget(step) === undefined;
    return fellThrough && skipsSteps && target !== step.id
      ? withBranches(redirected, [...(redirected.next ?? []), { to: target }])
      : redirected;
  });
}

function targetAfter(steps: readonly Step[], index: number): string {
  const { id } = steps[index]!;
  const target = defaultTarget(steps[index]!);
  return target === undefined || target === id ? followingStep(steps, index) : target;
}

/** The step with its references to the deleted one led further. A branch that would lead back to the step itself is dropped. */
function redirect(step: Step, deleted: Step, target: string): Step {
  const branches = (step.next ?? []).flatMap((branch) => {
    if (branch.to !== deleted.id) return [branch];
    return target === step.id ? [] : [{ ...branch, to: target }];
  });
  return step.next ? withBranches(step, branches) : step;
}
