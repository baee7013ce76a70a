import { useSignal } from '@preact/signals';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { Said } from '../model/text.ts';
import type { Say } from '../runtime/say.ts';

interface AnswerFormProps {
  ask: Ask;
  /** The key that the opener of this frame was given. */
  ticket: string;
  /** The question. */
  title: Said;
  say: Say;
}

type Stage = { is: 'open' } | { is: 'sending' } | { is: 'sent' } | { is: 'failed'; why: string };

/** Free text in answer to a question, typed where the page cannot hear the keys. It asks for no name. */
export function AnswerForm({ ask, ticket, title, say }: AnswerFormProps) {
  const stage = useSignal<Stage>({ is: 'open' });
  const words = useSignal('');

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (!words.value.trim()) return;
    stage.value = { is: 'sending' };
    const done = await ask('form.send', { key: ticket, words: words.value.trim() });
    if (isUnanswered(done)) stage.value = { is: 'failed', why: say('formUnanswered') };
    else stage.value = done.ok ? { is: 'sent' } : { is: 'failed', why: done.why };
  }

  const now = stage.value;
  if (now.is === 'sent')
    return (
      <p role="status">
        <strong>{say('answerThanks')}</strong>
      </p>
    );
  return (
    <form class="answer" aria-label={title.words} onSubmit={(event) => void send(event)}>
      <label for="answer">{say('answerWords')}</label>
      <textarea
        id="answer"
        rows={3}
        maxLength={4000}
        value={words.value}
        onInput={(event) => {
          words.value = event.currentTarget.value;
        }}
      />
      {now.is === 'failed' && (
        <p class="bad" role="alert">
          {now.why}
        </p>
      )}
      <button type="submit" class="main" disabled={now.is === 'sending' || !words.value.trim()}>
        {say('sendAnswer')}
      </button>
    </form>
  );
}
