import { useSignal } from '@preact/signals';
import { FailureNote, SendButton, SentNote, TextField } from './form-parts.tsx';
import { type FormProps, useFormSender } from './use-form-sender.ts';

/** A comment on a click of feedback, typed where the page cannot read the keys. */
export function FeedbackForm(props: FormProps) {
  const { t } = props;
  const { state, send } = useFormSender(props);
  const words = useSignal('');
  const contact = useSignal('');
  if (state.value.is === 'sent') return <SentNote text={t('formSent')} />;
  return (
    <form onSubmit={(event) => void send(event, { words: words.value, contact: contact.value })}>
      <TextField id="words" label={t('formWords')} value={words} />
      <label for="contact">{t('formContact')}</label>
      <input
        id="contact"
        type="text"
        maxLength={200}
        autocomplete="off"
        aria-describedby="contact-note"
        value={contact.value}
        onInput={({ currentTarget }) => {
          contact.value = currentTarget.value;
        }}
      />
      <p class="soft" id="contact-note">
        {t('formContactNote')}
      </p>
      <FailureNote state={state.value} />
      <SendButton label={t('formSend')} state={state.value} isEmpty={!words.value.trim()} />
    </form>
  );
}
