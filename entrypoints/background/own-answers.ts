import type { Answers } from '../../src/messaging/answer.ts';
import type { Means } from './means.ts';

type OwnAnswers = Pick<Answers, 'form.open' | 'form.send' | 'status' | 'refresh'>;

/** What the extension's own pages are answered: the form, the popup, the status page. */
export function answerOwn(means: Means): OwnAnswers {
  const { kept, record, ledger, upload, shelf, judged, renew, version } = means;
  return {
    async 'form.open'({ key }) {
      const ticket = await kept.form(key);
      return ticket && { choice: ticket.choice, app: ticket.appName };
    },

    async 'form.send'({ key, words, contact }) {
      const ticket = await kept.form(key);
      if (!ticket) return { ok: false, why: 'This form belongs to a click that is over.' };
      const { of, app, route } = ticket;
      const done = await record({ kind: 'words', app, route, of, words, ...(contact && { contact }) });
      if (done.ok) await kept.closeForm(key);
      return done.ok ? { ok: true } : done;
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
      };
    },

    async refresh() {
      await renew();
      await upload.soon('click');
      return { ok: true };
    },
  };
}
