import type { MessageHandlers } from '../../messaging/message-router.ts';
import type { BackgroundDeps } from '../background-deps.ts';

interface FormHandlersDeps extends Pick<BackgroundDeps, 'record' | 'notifyTabs' | 'policy' | 'disclosure' | 'routes'> {
  personStore: Pick<BackgroundDeps['personStore'], 'form' | 'openForm' | 'changeForm' | 'closeForm' | 'noteGuideEvent'>;
  scripts: Pick<BackgroundDeps['scripts'], 'notifyTab'>;
}

type FormHandlers = Pick<
  MessageHandlers,
  | 'feedback.prepare'
  | 'feedback.includeName'
  | 'form.choose'
  | 'form.leave'
  | 'form.open'
  | 'form.send'
  | 'form.alive'
  | 'form.window'
>;

/**
 * Answers the form for free text, in its frame in a page or in a window of its own.
 *
 * @param openWindow opens the form with that key
 */
export function createFormHandlers(
  { personStore, record, notifyTabs, policy, scripts, disclosure, routes }: FormHandlersDeps,
  openWindow: (key: string) => Promise<unknown>,
): FormHandlers {
  const openKeys = new Set<string>();
  return {
    async 'feedback.prepare'(body, { app }) {
      if (!(await policy()).switches.feedback) return FEEDBACK_OFF;
      return { ok: true, formKey: await personStore.openForm({ choices: true, app: app.id, appName: app.name, ...body }) };
    },

    async 'feedback.includeName'({ key, includeName }, { app }) {
      const ticket = await personStore.form(key);
      if (!ticket || !('choices' in ticket) || ticket.app !== app.id) return FORM_EXPIRED;
      await personStore.changeForm(key, { ...ticket, includeName });
      return { ok: true };
    },

    async 'form.choose'({ key, choice }) {
      const ticket = await personStore.form(key);
      if (!ticket || !('choices' in ticket)) return FORM_EXPIRED;
      if (!(await policy()).switches.feedback) return FEEDBACK_OFF;
      const { app, appName, route, about, control: observed, includeName } = ticket;
      const control = observed && (await disclosure.disclose(app, observed, { includeName }));
      const result = await record({ kind: 'feedback', app, choice, route, ...(about && { about }), ...(control && { control }) });
      if (!result.ok) return result;
      await personStore.changeForm(key, { of: result.id, app, appName, route: await routes.disclose(app, route), choice });
      return { ok: true };
    },

    async 'form.leave'({ key }, { tab }) {
      if (!(await personStore.form(key))) return FORM_EXPIRED;
      if (tab?.id !== undefined) await scripts.notifyTab(tab.id, { cairn: 'closePanel' });
      return { ok: true };
    },

    async 'form.open'({ key }) {
      const ticket = await personStore.form(key);
      if (!ticket) return FORM_EXPIRED;
      openKeys.add(key);
      const { appName: app } = ticket;
      if ('choices' in ticket) return { ok: true, app, choices: true };
      return { ok: true, app, ...('title' in ticket ? { title: ticket.title } : { choice: ticket.choice }) };
    },

    'form.alive': async ({ key }) => (openKeys.has(key) ? { ok: true } : { ok: false, why: 'The form has not loaded.' }),

    async 'form.window'({ key }) {
      if (!(await personStore.form(key))) return FORM_EXPIRED;
      await openWindow(key);
      return { ok: true };
    },

    async 'form.send'({ key, words, contact }) {
      const ticket = await personStore.form(key);
      if (!ticket || 'choices' in ticket) return FORM_EXPIRED;
      const { app, route } = ticket;
      const result =
        'title' in ticket
          ? await record({ kind: 'answer', app, route, about: ticket.about, answer: { what: 'words', words } })
          : await record({ kind: 'words', app, route, of: ticket.of, words, ...(contact && { contact }) });
      if (!result.ok) return result;
      await personStore.closeForm(key);
      if ('title' in ticket) {
        await personStore.noteGuideEvent(ticket.about, 'finished');
        await notifyTabs();
      }
      return { ok: true };
    },
  };
}

const FEEDBACK_OFF = { ok: false as const, why: 'Your organisation has switched feedback off.' };
const FORM_EXPIRED = { ok: false as const, why: 'This form has expired.' };
