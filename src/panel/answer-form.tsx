import { useSignal } from '@preact/signals';
import type { LocalizedText } from '../model/text/text.ts';
import { FailureNote, SendButton, SentNote, TextField } from './form-parts.tsx';
import { type FormProps, useFormSender } from './use-form-sender.ts';

/** Free text in answer to a question, typed where the page cannot read the keys. It asks for no name. */
export function AnswerForm({ title, ...props }: FormProps & { title: LocalizedText }) {
  const { t } = props;
  const { state, send } = useFormSender(props);
  const words = useSignal('');
  if (state.value.is === 'sent') return <SentNote text={t('answerThanks')} />;
  return (
    <form class="answer" aria-label={title.text} onSubmit={(event) => void send(event, { words: words.value })}>
      <TextField id="answer" label={t('answerWords')} value={words} />
      <FailureNote state={state.value} />
      <SendButton label={t('sendAnswer')} state={state.value} isEmpty={!words.value.trim()} />
    </form>
  );
}
