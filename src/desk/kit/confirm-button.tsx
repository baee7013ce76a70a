import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

interface ConfirmButtonProps {
  label: string;
  /** What the second button says, as in `Discard for good`. */
  confirmLabel: string;
  describedBy?: string;
  onConfirm: () => void;
}

/**
 * A button for what cannot be undone. It asks once more, in place: a second button appears and is announced, and the first one, which still
 * has the focus, cancels, so that nothing is lost by a double press.
 */
export function ConfirmButton({ label, confirmLabel, describedBy, onConfirm }: ConfirmButtonProps) {
  const isAsking = useSignal(false);
  const first = useRef<HTMLButtonElement>(null);
  const confirm = () => {
    isAsking.value = false;
    first.current?.focus();
    onConfirm();
  };
  return (
    <>
      <button
        ref={first}
        type="button"
        class="button"
        aria-describedby={describedBy}
        onClick={() => {
          isAsking.value = !isAsking.value;
        }}
      >
        {isAsking.value ? 'Cancel' : label}
      </button>
      <span role="status">
        {isAsking.value && (
          <button type="button" class="button" aria-describedby={describedBy} onClick={confirm}>
            {confirmLabel}
          </button>
        )}
      </span>
    </>
  );
}
