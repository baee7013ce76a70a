import type { Condition } from '../../model/pack/condition.ts';
import type { Step } from '../../model/pack/step.ts';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';
import { AnchorField } from './anchor-field.tsx';
import type { DraftEditor } from './draft-editor.ts';
import { ChoiceField, LineField, valueAt } from './fields.tsx';
import { firstAnchor } from './first-anchor.ts';
import { ValueTestFields } from './value-test-fields.tsx';

interface ConditionFieldsProps {
  editor: DraftEditor;
  path: GuidePath;
  step: Step;
  label: string;
  /** What it means that there is no condition; without it, there has to be one. */
  none?: string;
}

/** A condition on the page: which, and what it is about. */
export function ConditionFields({ editor, path, step, label, none }: ConditionFieldsProps) {
  const { draft, t } = editor;
  const condition = valueAt(draft, path) as Condition | undefined;
  const kinds = conditionKinds(editor, step);
  return (
    <>
      <ChoiceField
        editor={editor}
        path={path}
        label={label}
        options={[
          ...(none === undefined ? [] : [['none', none] as [Condition['is'] | 'none', string]]),
          ...kinds.map((kind): [Condition['is'] | 'none', string] => [kind, t(`condition_${kind}`)]),
        ]}
        selected={condition?.is ?? 'none'}
        toValue={(kind) => (kind === 'none' ? undefined : newCondition(kind, editor, step))}
      />
      {condition && condition.is !== 'place' && (
        <AnchorField
          editor={editor}
          path={[...path, 'anchor']}
          label={t('studioControl')}
          isRequired={condition.is !== 'value'}
        />
      )}
      {condition?.is === 'place' && <LineField editor={editor} path={[...path, 'place']} label={t('studioPlace')} isCode />}
      {condition?.is === 'value' && <ValueTestFields editor={editor} path={[...path, 'value']} />}
    </>
  );
}

/** Conditions that can be chosen: those about a control need one to begin with. */
function conditionKinds({ draft }: Pick<DraftEditor, 'draft'>, step: Step): Condition['is'][] {
  return firstAnchor(draft, step) ? ['appears', 'disappears', 'place', 'value'] : ['place'];
}

export function newCondition(is: Condition['is'], { draft }: Pick<DraftEditor, 'draft'>, step: Step): Condition {
  const anchor = firstAnchor(draft, step);
  if (is === 'place' || !anchor) return { is: 'place', place: step.at ?? '/*' };
  if (is === 'value') return { is, value: { is: 'filled' }, ...(!step.anchor && { anchor }) };
  return { is, anchor };
}
