import type { Step } from '../../model/pack/step.ts';
import type { StepAdvance } from '../../model/pack/step-advance.ts';
import { underscored } from '../../runtime/translate.ts';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';
import { AnchorField } from './anchor-field.tsx';
import type { DraftEditor } from './draft-editor.ts';
import { ChoiceField, LineField } from './fields.tsx';
import { firstAnchor } from './first-anchor.ts';
import { TextFields } from './text-fields.tsx';
import { ValueTestFields } from './value-test-fields.tsx';

const WITH_CONTROL = ['click', 'input', 'choose', 'double-click', 'drag', 'file', 'hover', 'disappears'] as const;

interface AdvanceFieldsProps {
  editor: DraftEditor;
  step: Step;
  /** Of the step. */
  path: GuidePath;
}

/** What completes the step. */
export function AdvanceFields({ editor, step, path }: AdvanceFieldsProps) {
  const { draft, t } = editor;
  const { advance } = step;
  const here = [...path, 'advance'];
  const kinds: StepAdvance['on'][] = ['next', ...(step.anchor ? WITH_CONTROL : []), 'place'];
  if (firstAnchor(draft, step)) kinds.push('appears');
  if (!kinds.includes(advance.on)) kinds.push(advance.on);
  return (
    <>
      <ChoiceField
        editor={editor}
        path={here}
        label={t('studioAdvance')}
        options={kinds.map((kind): [StepAdvance['on'], string] => [kind, t(`advance_${underscored(kind)}`)])}
        selected={advance.on}
        toValue={(on) => newAdvance(on, editor, step)}
      />
      {advance.on === 'input' && (
        <>
          <ValueTestFields editor={editor} path={[...here, 'value']} isOptional />
          {advance.value && <TextFields editor={editor} path={[...here, 'message']} label={t('studioMessage')} />}
        </>
      )}
      {advance.on === 'choose' && <TextFields editor={editor} path={[...here, 'option']} label={t('studioOption')} />}
      {advance.on === 'drag' && <AnchorField editor={editor} path={[...here, 'to']} label={t('studioDropOn')} />}
      {advance.on === 'place' && <LineField editor={editor} path={[...here, 'to']} label={t('studioPlace')} isCode />}
      {advance.on === 'appears' && (
        <AnchorField editor={editor} path={[...here, 'anchor']} label={t('studioControl')} isRequired />
      )}
      {advance.on === 'disappears' && <AnchorField editor={editor} path={[...here, 'anchor']} label={t('studioControl')} />}
    </>
  );
}

function newAdvance(on: StepAdvance['on'], { draft }: DraftEditor, step: Step): StepAdvance {
  const anchor = firstAnchor(draft, step);
  if (on === 'place') return { on, to: step.at ?? '/*' };
  if (on !== 'appears') return { on };
  return anchor ? { on, anchor } : { on: 'next' };
}
