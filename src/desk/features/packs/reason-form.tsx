import { useSignal } from '@preact/signals';

interface ReasonFormProps {
  /** Makes the ids of its fields unique in the page. */
  id: string;
  action: string;
  onReason: (reason: string) => Promise<void>;
  onCancel: () => void;
}

/** Asks why, which the desk and the access log show. */
export function ReasonForm({ id, action, onReason, onCancel }: ReasonFormProps) {
  const reason = useSignal('');
  const isMissing = useSignal(false);
  const go = () => {
    const text = reason.value.trim();
    isMissing.value = text === '';
    if (text) void onReason(text);
  };
  return (
    <div class="reason">
      <label class="field">
        Why
        <textarea
          rows={2}
          maxLength={1000}
          aria-invalid={isMissing.value}
          aria-describedby={`${id}-reason-fault`}
          value={reason.value}
          onInput={({ currentTarget }) => {
            reason.value = currentTarget.value;
          }}
        />
      </label>
      <p id={`${id}-reason-fault`} role="alert">
        {isMissing.value && 'Write why, for those who look after it next.'}
      </p>
      <p class="button-row">
        <button type="button" class="button button-strong" onClick={go}>
          {action}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </div>
  );
}
