import type { MessageHandlers } from '../../messaging/message-router.ts';
import type { BackgroundDeps } from '../background-deps.ts';

interface FormHandlersDeps extends Pick<BackgroundDeps, 'record' | 'notifyTabs'> {
  personStore: Pick<BackgroundDeps['personStore'], 'form' | 'closeForm' | 'noteGuideEvent'>;
}

type FormHandlers = Pick<MessageHandlers, 'form.open' | 'form.send' | 'form.alive' | 'form.window'>;

/**
 * Answers the form for free text, in its frame in a page or in a window of its own.
 *
 * @param openWindow opens the form with that key
 */
export function createFormHandlers(
  { personStore, record, notifyTabs }: FormHandlersDeps,
  openWindow: (key: string) => Promise<unknown>,
): FormHandlers {
  const openKeys = new Set<string>();
  return {
    async 'form.open'({ key }) {
      const ticket = await personStore.form(key);
      if (!ticket) return FORM_EXPIRED;
      openKeys.add(key);
      return { ok: true, app: ticket.appName, ...('about' in ticket ? { title: ticket.title } : { choice: ticket.choice }) };
    },

    'form.alive': async ({ key }) => (openKeys.has(key) ? { ok: true } : { ok: false, why: 'The form has not loaded.' }),

    async 'form.window'({ key }) {
      if (!(await personStore.form(key))) return FORM_EXPIRED;
      await openWindow(key);
      return { ok: true };
    },

    async 'form.send'({ key, words, contact }) {
      const ticket = await personStore.form(key);
      if (!ticket) return FORM_EXPIRED;
      const { app, route } = ticket;
      const result =
        'about' in ticket
          ? await record({ kind: 'answer', app, route, about: ticket.about, answer: { what: 'words', words } })
          : await record({ kind: 'words', app, route, of: ticket.of, words, ...(contact && { contact }) });
      if (!result.ok) return result;
      await personStore.closeForm(key);
      if ('about' in ticket) {
        await personStore.noteGuideEvent(ticket.about, 'finished');
        await notifyTabs();
      }
      return { ok: true };
    },
  };
}

const FORM_EXPIRED = { ok: false as const, why: 'This form has expired.' };
