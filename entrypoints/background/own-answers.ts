import type { Answers } from '../../src/messaging/answer.ts';
import type { Means } from './means.ts';

type OwnAnswers = Pick<Answers, 'form.open' | 'form.send' | 'status' | 'refresh' | 'pause'>;

/** What the extension's own pages are answered: the form, the popup, the status page. */
export function answerOwn(means: Means, path: { forget(): Promise<void> }): OwnAnswers {
  const { kept, record, ledger, upload, shelf, judged, renew, tellTabs, version, pause } = means;
  return {
    async 'form.open'({ key }) {
      const ticket = await kept.form(key);
      if (!ticket) return null;
      return { app: ticket.appName, ...('about' in ticket ? { title: ticket.title } : { choice: ticket.choice }) };
    },

    async 'form.send'({ key, words, contact }) {
      const ticket = await kept.form(key);
      if (!ticket) return { ok: false, why: 'This form belongs to a click that is over.' };
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

    async status() {
      const { policy, faults, managed } = await judged();
      const [counts, sending] = await Promise.all([ledger.counts(), upload.status()]);
      return {
        version,
        policy: {
          apps: policy.apps.map(({ name, origins }) => ({ name, origins })),
          hub: policy.hub?.url,
          audience: policy.audience,
          switches: policy.switches,
          days: policy.retention.days,
        },
        faults,
        managed,
        packs: await shelf.states(),
        ledger: { waiting: counts.waiting, sent: counts.sent, refused: counts.refused },
        upload: { lastSuccess: sending?.lastSuccess, error: sending?.lastError, next: sending?.next?.at },
        quiet: await kept.quiet(),
        pause: await pause.current(),
      };
    },

    async pause({ wish }) {
      if (wish === 'none') await pause.end();
      else {
        await pause.begin(wish);
        await path.forget();
      }
      return { ok: true };
    },

    async refresh() {
      await renew();
      await upload.soon('click');
      return { ok: true };
    },
  };
}
