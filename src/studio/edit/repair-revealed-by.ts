import type { Step } from '../../model/pack/step.ts';
import type { StepEdit } from './draft-edit.ts';

/**
 * The edited steps, of which each is revealed by an earlier step or by none. A step that a deleted one revealed is revealed by what had
 * revealed that one; after a split, by the half that acts; after a merge, by the one that both have become.
 */
export function repairRevealedBy(before: readonly Step[], after: readonly Step[], edit: StepEdit): Step[] {
  const ids = after.map(({ id }) => id);
  const reassigned = new Map(reassignedIds(before, ids, edit));
  return after.map((step, at) => {
    if (step.revealedBy === undefined) return step;
    const { revealedBy, ...others } = step;
    const isNew = !before.some(({ id }) => id === step.id);
    const revealer = isNew && edit.is !== 'add' ? revealedBy : (reassigned.get(revealedBy) ?? revealedBy);
    return ids.slice(0, at).includes(revealer) ? { ...others, revealedBy: revealer } : others;
  });
}

function reassignedIds(before: readonly Step[], ids: readonly string[], edit: StepEdit): [string, string][] {
  const deleted = before.find(({ id }) => !ids.includes(id));
  const added = ids.find((id) => !before.some((step) => step.id === id));
  if (edit.is === 'delete' && deleted?.revealedBy) return [[deleted.id, deleted.revealedBy]];
  if (edit.is === 'merge' && deleted) return [[deleted.id, edit.step]];
  return edit.is === 'split' && added ? [[edit.step, added]] : [];
}
