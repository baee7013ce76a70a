import type { Answers } from '../../src/messaging/answer.ts';
import type { Means } from './means.ts';

type OwnAnswers = Pick<Answers, 'status' | 'refresh' | 'pause'>;

/** What the extension's own pages are answered: the popup, the status page, the panel's pause. */
export function answerOwn(means: Means, path: { forget(): Promise<void> }): OwnAnswers {
  const { kept, ledger, upload, shelf, judged, renew, version, pause } = means;
  return {
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
