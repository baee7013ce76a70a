import { type ReadonlySignal, useSignal } from '@preact/signals';
import { type Ask, refusalText } from '../messaging/ask.ts';
import type { Translate } from '../runtime/translate.ts';
import type { FormSight } from './form-sight.ts';

export interface FormProps {
  ask: Ask;
  t: Translate;
  /** The key that the opener of this form was given. */
  ticket: string;
  sight: FormSight;
}

export type SendState = { is: 'open' } | { is: 'sending' } | { is: 'sent' } | { is: 'failed'; why: string };

/** Sends what was typed and holds what became of it. Nothing but spaces is not sent. */
export function useFormSender({ ask, t, ticket, sight }: FormProps): {
  state: ReadonlySignal<SendState>;
  send(event: Event, typed: { words: string; contact?: string }): Promise<void>;
} {
  const state = useSignal<SendState>({ is: 'open' });
  return {
    state,
    async send(event, typed) {
      event.preventDefault();
      const [words, contact] = [typed.words.trim(), typed.contact?.trim()];
      if (!words || !(await sight.isSeen({}))) return;
      state.value = { is: 'sending' };
      const result = await ask('form.send', { key: ticket, words, ...(contact && { contact }) });
      state.value = result.ok ? { is: 'sent' } : { is: 'failed', why: refusalText(result, t) };
    },
  };
}
