import { useSignal } from '@preact/signals';
import { type Ask, refusalText } from '../messaging/ask.ts';
import type { LocalizedText } from '../model/text/text.ts';
import type { Translate } from '../runtime/translate.ts';

interface AnswerFormProps {
  ask: Ask;
  /** The key that the opener of this frame was given. */
  ticket: string;
  /** The question. */
  title: LocalizedText;
  t: Translate;
}

type AnswerFormState = { is: 'open' } | { is: 'sending' } | { is: 'sent' } | { is: 'failed'; why: string };

/** Free text in answer to a question, typed where the page cannot hear the keys. It asks for no name. */
export function AnswerForm({ ask, ticket, title, t }: AnswerFormProps) {
  const state = useSignal<AnswerFormState>({ is: 'open' });
  const text = useSignal('');

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (!text.value.trim()) return;
    state.value = { is: 'sending' };
    const result = await ask('form.send', { key: ticket, words: text.value.trim() });
    state.value = result.ok ? { is: 'sent' } : { is: 'failed', why: refusalText(result, t) };
  }

  const current = state.value;
  if (current.is === 'sent')
    return (
      <p role="status">
        <strong>{t('answerThanks')}</strong>
      </p>
    );
  return (
    <form class="answer" aria-label={title.text} onSubmit={(event) => void send(event)}>
      <label for="answer">{t('answerWords')}</label>
      <textarea
        id="answer"
        rows={3}
        maxLength={4000}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      {current.is === 'failed' && (
        <p class="bad" role="alert">
          {current.why}
        </p>
      )}
      <button type="submit" class="main" disabled={current.is === 'sending' || !text.value.trim()}>
        {t('sendAnswer')}
      </button>
    </form>
  );
}
