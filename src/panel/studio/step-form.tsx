import type { Step } from '../../model/pack/step.ts';
import { StepDrawingView } from '../../studio/drawing/step-drawing-view.tsx';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';
import { AdvanceFields } from './advance-fields.tsx';
import { AnchorField } from './anchor-field.tsx';
import { StrengthLight } from './anchor-light.tsx';
import { BranchFields } from './branch-fields.tsx';
import { ConditionFields, newCondition } from './condition-fields.tsx';
import type { DraftEditor } from './draft-editor.ts';
import { CheckField, ChoiceField, LineField } from './fields.tsx';
import { ListFields } from './list-fields.tsx';
import { StepActions } from './step-actions.tsx';
import { stepName, wordingFor } from './step-name.ts';
import { StepOffers } from './step-offers.tsx';
import { TextFields } from './text-fields.tsx';

interface StepFormProps {
  editor: DraftEditor;
  steps: readonly Step[];
  index: number;
}

/** All fields of a step: what is mostly edited first, the rest in folds. */
export function StepForm({ editor, steps, index }: StepFormProps) {
  const { t, draft } = editor;
  const step = steps[index]!;
  const path: GuidePath = ['steps', index];
  const notes = draft.notes[step.id];
  return (
    <div class="step-form">
      {notes && <StepOffers editor={editor} step={step} notes={notes} />}
      <TextFields editor={editor} path={[...path, 'title']} label={t('studioTitle')} />
      <TextFields editor={editor} path={[...path, 'body']} label={t('studioBody')} isMarkdown />
      <AnchorField editor={editor} path={[...path, 'anchor']} label={t('studioControl')} />
      {notes && <StrengthLight notes={notes} t={t} />}
      {notes?.picture && (
        <StepDrawingView picture={notes.picture} label={t('studioPicture', wordingFor(step.title, draft.language))} />
      )}
      <AdvanceFields editor={editor} step={step} path={path} />
      <details>
        <summary>{t('studioPlaceAndTime')}</summary>
        <PlaceAndTime editor={editor} steps={steps} index={index} path={path} />
      </details>
      <details>
        <summary>{t('studioChecks', String(step.checks?.length ?? 0))}</summary>
        <ListFields<NonNullable<Step['checks']>[number]>
          editor={editor}
          path={[...path, 'checks']}
          label={t('studioChecksHint')}
          addLabel={t('studioAddCheck')}
          create={() => ({ requires: newCondition('value', editor, step), message: t('studioCheckMessage') })}
        >
          {(_, at) => (
            <>
              <ConditionFields editor={editor} path={[...at, 'requires']} step={step} label={t('studioMustHold')} />
              <TextFields editor={editor} path={[...at, 'message']} label={t('studioMessage')} />
            </>
          )}
        </ListFields>
      </details>
      <details>
        <summary>{t('studioBranches', String(step.next?.length ?? 0))}</summary>
        <BranchFields editor={editor} steps={steps} index={index} />
      </details>
      <StepActions editor={editor} steps={steps} index={index} />
    </div>
  );
}

function PlaceAndTime({ editor, steps, index, path }: StepFormProps & { path: GuidePath }) {
  const { t } = editor;
  const step = steps[index]!;
  const earlier = steps.slice(0, index).filter(({ anchor }) => anchor);
  return (
    <>
      <LineField editor={editor} path={[...path, 'at']} label={t('studioAt')} isCode />
      <LineField editor={editor} path={[...path, 'go']} label={t('studioGo')} isCode />
      {earlier.length > 0 && (
        <ChoiceField
          editor={editor}
          path={[...path, 'revealedBy']}
          label={t('studioRevealedBy')}
          selected={step.revealedBy ?? ''}
          options={[['', t('studioNone')], ...earlier.map(({ id }): [string, string] => [id, stepName(steps, id, editor)])]}
          toValue={(id) => id || undefined}
        />
      )}
      <CheckField editor={editor} path={[...path, 'optional']} label={t('studioOptional')} />
      <LineField editor={editor} path={[...path, 'wait', 'seconds']} label={t('studioWait')} type="number" />
      {step.wait && <TextFields editor={editor} path={[...path, 'wait', 'message']} label={t('studioWaitMessage')} />}
      <TextFields editor={editor} path={[...path, 'fallbackBody']} label={t('studioFallback')} isMarkdown />
    </>
  );
}
