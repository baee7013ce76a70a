import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../runtime/translate.ts';

interface ConfirmButtonProps {
  t: Translate;
  /** Label of the button. */
  label: string;
  /** Accessible name, for people who hear the button without its surroundings. */
  accessibleName?: string;
  /** The question to confirm; computed when it is asked. */
  confirmText(): string | Promise<string>;
  act(): void | Promise<void>;
  /** The answers, where it is not about deleting. */
  answers?: { yes: string; no: string };
}

/** A button for an action that cannot be undone: it asks once for confirmation, in place. */
export function ConfirmButton({ t, label, accessibleName, confirmText, act, answers }: ConfirmButtonProps) {
  const question = useSignal<string | null>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const triggerButton = useRef<HTMLButtonElement>(null);
  // Before painting: a key pressed immediately must not reach the element that had the focus.
  useLayoutEffect(() => {
    if (question.value !== null) cancelButton.current?.focus();
  }, [question.value]);
  const cancel = () => {
    question.value = null;
    requestAnimationFrame(() => triggerButton.current?.focus());
  };
  const askToConfirm = async () => {
    question.value = await confirmText();
  };
  if (question.value === null)
    return (
      <button type="button" class="quiet" ref={triggerButton} aria-label={accessibleName} onClick={() => void askToConfirm()}>
        {label}
      </button>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more box to read, and there is no field in it
    <div class="ask" role="group" aria-label={question.value} onKeyDown={(event) => event.key === 'Escape' && cancel()}>
      <p>{question.value}</p>
      <div class="row">
        <button
          type="button"
          class="grave"
          onClick={() => {
            question.value = null;
            void act();
          }}
        >
          {answers?.yes ?? t('deleteYes')}
        </button>
        <button type="button" ref={cancelButton} onClick={cancel}>
          {answers?.no ?? t('deleteNo')}
        </button>
      </div>
    </div>
  );
}
