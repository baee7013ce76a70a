import { useSignal } from '@preact/signals';

interface ConfirmButtonProps {
  label: string;
  /** What the second press says, as in `Discard for good`. */
  confirmLabel: string;
  describedBy?: string;
  onConfirm: () => void;
}

/** A button for what cannot be undone: it asks once more, in place. */
export function ConfirmButton({ label, confirmLabel, describedBy, onConfirm }: ConfirmButtonProps) {
  const isAsking = useSignal(false);
  const ask = (value: boolean) => () => {
    isAsking.value = value;
  };
  if (!isAsking.value)
    return (
      <button type="button" class="button" aria-describedby={describedBy} onClick={ask(true)}>
        {label}
      </button>
    );
  return (
    <>
      <button
        type="button"
        class="button"
        aria-describedby={describedBy}
        ref={(button) => button?.focus()}
        onClick={() => {
          isAsking.value = false;
          onConfirm();
        }}
      >
        {confirmLabel}
      </button>
      <button type="button" class="button" onClick={ask(false)}>
        Cancel
      </button>
    </>
  );
}
