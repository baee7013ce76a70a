import type { Step } from '../../model/pack/step.ts';
import type { EditRefusal } from './draft-edit.ts';
import { defaultTarget, followingStep, withBranches } from './step-links.ts';
import { uniqueId } from './unique-id.ts';

/**
 * The steps with a second one that is shown instead of this one where its control is not on the page. The steps that lead to it decide
 * which of the two comes, and both lead on to the same place.
 */
export function addAlternative(steps: readonly Step[], index: number): Step[] | EditRefusal {
  const step = steps[index]!;
  const { anchor } = step;
  if (!anchor) return { why: 'no-control' };
  if (index === 0) return { why: 'no-step-before' };
  const conditional = steps.find(({ id, next }) => id !== step.id && next?.some(({ if: when, to }) => when && to === step.id));
  if (conditional) return { why: 'is-branched-to', step: conditional.id };
  const alternative = uniqueId(
    step.id,
    steps.map(({ id }) => id),
  );
  const choice: NonNullable<Step['next']> = [{ if: { is: 'appears', anchor }, to: step.id }, { to: alternative }];
  const rest = followingStep(steps, index);
  return steps.flatMap((one, at) => {
    if (at === index) return [leadingTo(step, rest), { ...step, id: alternative }];
    const fallsThrough = at === index - 1 && defaultTarget(one) === undefined;
    if (fallsThrough) return [withBranches(one, [...(one.next ?? []), ...choice])];
    if (!one.next?.some(({ to }) => to === step.id)) return [one];
    return [
      withBranches(
        one,
        one.next.flatMap((branch) => (branch.to === step.id ? choice : [branch])),
      ),
    ];
  });
}

const leadingTo = (step: Step, to: string): Step =>
  defaultTarget(step) === undefined ? withBranches(step, [...(step.next ?? []), { to }]) : step;
