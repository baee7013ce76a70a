import type { Step } from '../../model/pack/step.ts';
import { addAlternative } from './add-alternative.ts';
import { deleteStep } from './delete-step.ts';
import type { EditRefusal, StepEdit } from './draft-edit.ts';
import { mergeSteps } from './merge-steps.ts';
import { repairRevealedBy } from './repair-revealed-by.ts';
import { splitStep } from './split-step.ts';
import { insertAfter, withBranches } from './step-links.ts';
import { uniqueId } from './unique-id.ts';

/** The steps after an edit of them, with all references whole, or why it is refused. The steps themselves stay as they are. */
export function editSteps(steps: readonly Step[], edit: StepEdit, base: string): Step[] | EditRefusal {
  const edited = changeSteps(steps, edit, base);
  return Array.isArray(edited) ? repairRevealedBy(steps, edited, edit) : edited;
}

function changeSteps(steps: readonly Step[], edit: StepEdit, base: string): Step[] | EditRefusal {
  if (edit.is === 'add') return addStep(steps, edit);
  const index = steps.findIndex(({ id }) => id === edit.step);
  if (index < 0) return { why: 'no-such-step' };
  switch (edit.is) {
    case 'move':
      return moveStep(steps, index, edit.to);
    case 'delete':
      return deleteStep(steps, index);
    case 'duplicate':
      return duplicateStep(steps, index);
    case 'merge':
      return mergeSteps(steps, index, base);
    case 'split':
      return splitStep(steps, index, base);
    case 'add-alternative':
      return addAlternative(steps, index);
  }
}

function addStep(steps: readonly Step[], { after, title, body }: Extract<StepEdit, { is: 'add' }>): Step[] | EditRefusal {
  const index = after === null ? -1 : steps.findIndex(({ id }) => id === after);
  if (after !== null && index < 0) return { why: 'no-such-step' };
  const id = uniqueId(
    'step',
    steps.map((step) => step.id),
  );
  return insertAfter(steps, index, { id, title, body, advance: { on: 'next' } });
}

function moveStep(steps: readonly Step[], index: number, to: number): Step[] {
  const others = steps.toSpliced(index, 1);
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, steps[index]!);
}

/** What came after the step now comes after its copy. */
function duplicateStep(steps: readonly Step[], index: number): Step[] {
  const step = steps[index]!;
  const id = uniqueId(
    step.id,
    steps.map((one) => one.id),
  );
  return steps.toSpliced(index, 1, withBranches(step, []), { ...step, id });
}
