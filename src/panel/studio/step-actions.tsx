import type { Step } from '../../model/pack/step.ts';
import type { DraftEdit } from '../../studio/edit/draft-edit.ts';
import type { DraftEditor } from './draft-editor.ts';
import { wordingFor } from './step-name.ts';

interface StepActionsProps {
  editor: DraftEditor;
  steps: readonly Step[];
  index: number;
}

/** What can be done with a step as a whole. Each can be undone, so none asks twice. */
export function StepActions({ editor, steps, index }: StepActionsProps) {
  const { t, draft } = editor;
  const { id, title } = steps[index]!;
  const name = wordingFor(title, draft.language);
  const neighbour = steps[index + 1] ?? steps[index - 1];
  const act = (edit: DraftEdit, done: string) => () => {
    if (!editor.edit(edit, done).ok) return;
    // The button that was pressed may have moved, or be gone with its step.
    const target = edit.is === 'delete' ? neighbour?.id : id;
    requestAnimationFrame(() => document.activeElement === document.body && document.getElementById(`step-${target}`)?.focus());
  };
  const buttons: [label: string, isOffered: boolean, onClick: () => void][] = [
    [t('studioMoveUp'), index > 0, act({ is: 'move', step: id, to: index - 1 }, movedText(name, index - 1, steps, editor))],
    [
      t('studioMoveDown'),
      index < steps.length - 1,
      act({ is: 'move', step: id, to: index + 1 }, movedText(name, index + 1, steps, editor)),
    ],
    [
      t('studioAddAfter'),
      true,
      act({ is: 'add', after: id, title: t('studioNewTitle'), body: t('studioNewBody') }, t('studioAdded')),
    ],
    [t('studioDuplicate'), true, act({ is: 'duplicate', step: id }, t('studioAdded'))],
    [t('studioMerge'), index < steps.length - 1, act({ is: 'merge', step: id }, t('studioMerged'))],
    [t('studioSplit'), true, act({ is: 'split', step: id }, t('studioSplitDone'))],
    [t('studioAlternative'), index > 0, act({ is: 'add-alternative', step: id }, t('studioAdded'))],
    [t('studioDeleteStep'), steps.length > 1, act({ is: 'delete', step: id }, t('studioStepDeleted', name))],
  ];
  return (
    <div class="row step-actions">
      {buttons
        .filter(([, isOffered]) => isOffered)
        .map(([label, , onClick]) => (
          <button type="button" key={label} onClick={onClick}>
            {label}
          </button>
        ))}
    </div>
  );
}

export const movedText = (name: string, to: number, steps: readonly Step[], { t }: Pick<DraftEditor, 't'>): string =>
  t('studioMoved', name, String(to + 1), String(steps.length));
