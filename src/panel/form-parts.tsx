import type { Signal } from '@preact/signals';
import type { SendState } from './use-form-sender.ts';

interface TextFieldProps {
  id: string;
  label: string;
  value: Signal<string>;
}

export const TextField = ({ id, label, value }: TextFieldProps) => (
  <>
    <label for={id}>{label}</label>
    <textarea
      id={id}
      rows={3}
      maxLength={4000}
      value={value.value}
      onInput={({ currentTarget }) => {
        value.value = currentTarget.value;
      }}
    />
  </>
);

export const SentNote = ({ text }: { text: string }) => (
  <p role="status">
    <strong>{text}</strong>
  </p>
);

export const FailureNote = ({ state }: { state: SendState }) =>
  state.is === 'failed' ? (
    <p class="bad" role="alert">
      {state.why}
    </p>
  ) : null;

export const SendButton = ({ label, state, isEmpty }: { label: string; state: SendState; isEmpty: boolean }) => (
  <button type="submit" class="main" disabled={state.is === 'sending' || isEmpty}>
    {label}
  </button>
);
