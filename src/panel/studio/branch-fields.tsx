import type { Step } from '../../model/pack/step.ts';
import { followingStep } from '../../studio/edit/step-links.ts';
import { ConditionFields } from './condition-fields.tsx';
import type { DraftEditor } from './draft-editor.ts';
import { ChoiceField } from './fields.tsx';
import { ListFields } from './list-fields.tsx';
import { stepName } from './step-name.ts';

interface BranchFieldsProps {
  editor: DraftEditor;
  steps: readonly Step[];
  index: number;
}

/** Where the step leads: the first branch whose condition holds is taken, else the step after it comes. */
export function BranchFields({ editor, steps, index }: BranchFieldsProps) {
  const { t } = editor;
  const step = steps[index]!;
  const targets = [...steps.filter(({ id }) => id !== step.id).map(({ id }) => id), 'end'];
  return (
    <ListFields<NonNullable<Step['next']>[number]>
      editor={editor}
      path={['steps', index, 'next']}
      label={t('studioBranchesHint')}
      addLabel={t('studioAddBranch')}
      create={() => ({ to: followingStep(steps, index) })}
    >
      {(branch, at) => (
        <>
          <ConditionFields
            editor={editor}
            path={[...at, 'if']}
            step={step}
            label={t('studioBranchIf')}
            none={t('studioBranchAlways')}
          />
          <ChoiceField
            editor={editor}
            path={[...at, 'to']}
            label={t('studioBranchTo')}
            selected={branch.to}
            options={targets.map((id): [string, string] => [id, stepName(steps, id, editor)])}
            toValue={(id) => id}
          />
        </>
      )}
    </ListFields>
  );
}
