import type { Step } from '../../model/pack/step.ts';

/** The id of the step that is shown after this one where no branch leads elsewhere; "end" after the last. */
export const followingStep = (steps: readonly Step[], index: number): string => steps[index + 1]?.id ?? 'end';

/** Where a step leads if none of its conditions holds, other than to the step after it. */
export const defaultTarget = ({ next = [] }: Step): string | undefined => next.find((branch) => !branch.if)?.to;

/** Has the step a branch that is taken on a condition? */
export const hasConditionalBranch = ({ next = [] }: Step): boolean => next.some((branch) => branch.if !== undefined);

/** The first step other than itself that has a branch to this one. */
export const branchingTo = (steps: readonly Step[], id: string): Step | undefined =>
  steps.find((step) => step.id !== id && step.next?.some(({ to }) => to === id));

/** The step with these branches; without the field if there are none. */
export function withBranches({ next: _, ...step }: Step, branches: NonNullable<Step['next']>): Step {
  return branches.length > 0 ? { ...step, next: branches } : step;
}

/** The steps with a new one after that index. What followed by an unconditional branch now follows the new one. */
export function insertAfter(steps: readonly Step[], index: number, added: Step): Step[] {
  const before = steps[index];
  if (!before) return [added, ...steps];
  const conditional = (before.next ?? []).filter((branch) => branch.if);
  const unconditional = (before.next ?? []).filter((branch) => !branch.if).slice(0, 1);
  const placed = added.next ? added : withBranches(added, unconditional);
  return [...steps.slice(0, index), withBranches(before, conditional), placed, ...steps.slice(index + 1)];
}
