import { signal } from '@preact/signals';
import { type Ask, refusalText } from '../messaging/ask.ts';
import type { Translate } from '../runtime/translate.ts';

type FeedbackFormState =
  | { is: 'opening' }
  | { is: 'open' }
  | { is: 'sending' }
  | { is: 'sent' }
  | { is: 'stale' }
  | { is: 'failed'; why: string };

/** Words after a click, typed where the page cannot hear the keys. */
export function createFeedbackForm(ask: Ask, key: string, t: Translate) {
  const state = signal<FeedbackFormState>({ is: 'opening' });
  const text = signal('');
  const contact = signal('');

  void ask('form.open', { key }).then((opened) => {
    state.value = opened.ok ? { is: 'open' } : { is: 'stale' };
  });

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (!text.value.trim()) return;
    state.value = { is: 'sending' };
    const contactText = contact.value.trim();
    const result = await ask('form.send', { key, words: text.value.trim(), ...(contactText && { contact: contactText }) });
    state.value = result.ok ? { is: 'sent' } : { is: 'failed', why: refusalText(result, t) };
  }

  return function FeedbackForm() {
    const current = state.value;
    if (current.is === 'opening') return null;
    if (current.is === 'stale') return <p class="soft">{t('formStale')}</p>;
    if (current.is === 'sent')
      return (
        <p role="status">
          <strong>{t('formSent')}</strong>
        </p>
      );
    return (
      <form onSubmit={(event) => void send(event)}>
        <label for="words">{t('formWords')}</label>
        <textarea
          id="words"
          rows={3}
          maxLength={4000}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <label for="contact">{t('formContact')}</label>
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
          {t('formContactNote')}
        </p>
        {current.is === 'failed' && (
          <p class="bad" role="alert">
            {current.why}
          </p>
        )}
        <button type="submit" class="main" disabled={current.is === 'sending' || !text.value.trim()}>
          {t('formSend')}
        </button>
      </form>
    );
  };
}
