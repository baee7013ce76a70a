import type { Signal } from '@preact/signals';
import type { Step } from '../../model/pack/step.ts';
import { HealthLight, StrengthLight } from './anchor-light.tsx';
import type { DraftEditor } from './draft-editor.ts';
import { faultsAt } from './field-faults.tsx';
import { movedText } from './step-actions.tsx';
import { StepForm } from './step-form.tsx';
import { wordingFor } from './step-name.ts';

interface StepListProps {
  editor: DraftEditor;
  steps: readonly Step[];
  /** Id of the step whose fields are open. */
  open: Signal<string | null>;
}

/** The steps in order. One is open at a time; Alt with an arrow key moves the step that has the focus. */
export function StepList({ editor, steps, open }: StepListProps) {
  const { t } = editor;
  return (
    <>
      <h3 id="studio-steps">{t('studioSteps', steps.length)}</h3>
      <p class="soft">{t('studioReorderHint')}</p>
      <ol class="steps" aria-labelledby="studio-steps">
        {steps.map((step, index) => (
          <li key={step.id} class={open.value === step.id ? 'step open' : 'step'}>
            <StepHead editor={editor} steps={steps} index={index} open={open} />
            {open.value === step.id && <StepForm editor={editor} steps={steps} index={index} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function StepHead({ editor, steps, index, open }: StepListProps & { index: number }) {
  const { draft, session, t } = editor;
  const step = steps[index]!;
  const name = wordingFor(step.title, draft.language);
  const health = session.health.value[JSON.stringify(['guide', 'steps', index, 'anchor'])];
  const notes = draft.notes[step.id];
  const faults = faultsAt(session.faults.value, ['steps', index]);
  const onKeyDown = (event: KeyboardEvent) => {
    const offset = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!offset) return;
    event.preventDefault();
    const to = index + offset;
    if (to < 0 || to >= steps.length) return;
    editor.edit({ is: 'move', step: step.id, to }, movedText(name, to, steps, editor));
    requestAnimationFrame(() => document.getElementById(`step-${step.id}`)?.focus());
  };
  return (
    <button
      type="button"
      id={`step-${step.id}`}
      class="step-head"
      aria-expanded={open.value === step.id}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onKeyDown={onKeyDown}
      onClick={() => {
        open.value = open.value === step.id ? null : step.id;
      }}
    >
      <span class="number">{index + 1}</span>
      <span class="title" lang={draft.language} dir="auto">
        {name}
      </span>
      <span class="lights">
        {health ? <HealthLight health={{ is: health.is }} t={t} /> : notes && <StrengthLight notes={notes} t={t} />}
        {faults.length > 0 && <span class="bad">{t('studioFaults', faults.length)}</span>}
      </span>
    </button>
  );
}
