import type { Answers } from '../../src/messaging/answer.ts';
import type { Means } from './means.ts';

type FormAnswers = Pick<Answers, 'form.open' | 'form.send' | 'form.alive' | 'form.window'>;

/**
 * Words that follow a click, from the form in the page's frame or in a window of its own.
 *
 * @param openWindow opens the form with that key
 */
export function answerForm({ kept, record, tellTabs }: Means, openWindow: (key: string) => Promise<unknown>): FormAnswers {
  const alive = new Set<string>();
  return {
    async 'form.open'({ key }) {
      const ticket = await kept.form(key);
      if (!ticket) return null;
      alive.add(key);
      return { app: ticket.appName, ...('about' in ticket ? { title: ticket.title } : { choice: ticket.choice }) };
    },

    'form.alive': async ({ key }) => alive.has(key),

    async 'form.window'({ key }) {
      if (!(await kept.form(key))) return over;
      await openWindow(key);
      return { ok: true };
    },

    async 'form.send'({ key, words, contact }) {
      const ticket = await kept.form(key);
      if (!ticket) return over;
      const { app, route } = ticket;
      const done =
        'about' in ticket
          ? await record({ kind: 'answer', app, route, about: ticket.about, answer: { what: 'words', words } })
          : await record({ kind: 'words', app, route, of: ticket.of, words, ...(contact && { contact }) });
      if (!done.ok) return done;
      await kept.closeForm(key);
      if ('about' in ticket) {
        await kept.settle(ticket.about, 'finished');
        await tellTabs();
      }
      return { ok: true };
    },
  };
}

const over = { ok: false as const, why: 'This form belongs to a click that is over.' };
