import { signal } from '@preact/signals';
import type { Ask } from '../messaging/ask.ts';
import { isUnanswered } from '../messaging/ask.ts';
import type { Say } from '../runtime/say.ts';

type Stage =
  | { is: 'opening' }
  | { is: 'open' }
  | { is: 'sending' }
  | { is: 'sent' }
  | { is: 'stale' }
  | { is: 'failed'; why: string };

/** Words after a click, typed where the page cannot hear the keys. */
export function createForm(ask: Ask, key: string, say: Say) {
  const stage = signal<Stage>({ is: 'opening' });
  const words = signal('');
  const contact = signal('');

  void ask('form.open', { key }).then((what) => {
    stage.value = what && !isUnanswered(what) ? { is: 'open' } : { is: 'stale' };
  });

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (!words.value.trim()) return;
    stage.value = { is: 'sending' };
    const named = contact.value.trim();
    const done = await ask('form.send', { key, words: words.value.trim(), ...(named && { contact: named }) });
    if (isUnanswered(done)) stage.value = { is: 'failed', why: say('formUnanswered') };
    else stage.value = done.ok ? { is: 'sent' } : { is: 'failed', why: done.why };
  }

  return function Form() {
    const now = stage.value;
    if (now.is === 'opening') return null;
    if (now.is === 'stale') return <p class="soft">{say('formStale')}</p>;
    if (now.is === 'sent')
      return (
        <p role="status">
          <strong>{say('formSent')}</strong>
        </p>
      );
    return (
      <form onSubmit={(event) => void send(event)}>
        <label for="words">{say('formWords')}</label>
        <textarea
          id="words"
          rows={3}
          maxLength={4000}
          value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
        />
        <label for="contact">{say('formContact')}</label>
        <input
          id="contact"
          type="text"
          maxLength={200}
          autocomplete="off"
          aria-describedby="contact-note"
          value={contact.value}
          onInput={(event) => (contact.value = event.currentTarget.value)}
        />
        <p class="soft" id="contact-note">
          {say('formContactNote')}
        </p>
        {now.is === 'failed' && (
          <p class="bad" role="alert">
            {now.why}
          </p>
        )}
        <button type="submit" class="main" disabled={now.is === 'sending' || !words.value.trim()}>
          {say('formSend')}
        </button>
      </form>
    );
  };
}
