import type { MessageHandlers } from '../../messaging/message-router.ts';
import type { BackgroundDeps } from '../background-deps.ts';

type SettingsHandlersDeps = Pick<
  BackgroundDeps,
  'personStore' | 'ledger' | 'upload' | 'shelf' | 'policyReading' | 'refreshPacks' | 'version' | 'pause'
>;
type SettingsHandlers = Pick<MessageHandlers, 'status' | 'refresh' | 'pause'>;

/** Answers the extension's own pages about Cairn itself: popup, status page, and the panel's pause. */
export function createSettingsHandlers(
  deps: SettingsHandlersDeps,
  journeys: { dropUnfinished(): Promise<void> },
): SettingsHandlers {
  const { personStore, ledger, upload, shelf, policyReading, refreshPacks, version, pause } = deps;
  return {
    async status() {
      const { policy, faults, managed } = await policyReading();
      const [counts, uploadStatus] = await Promise.all([ledger.counts(), upload.status()]);
      return {
        ok: true,
        version,
        policy: {
          apps: policy.apps.map(({ id, name, origins }) => ({ id, name, origins })),
          hub: policy.hub?.url,
          audience: policy.audience,
          switches: policy.switches,
          studio: policy.studio,
          days: policy.retention.days,
        },
        faults,
        managed,
        packs: await shelf.states(),
        ledger: { waiting: counts.waiting, sent: counts.sent, refused: counts.refused },
        upload: {
          lastSuccess: uploadStatus?.lastSuccess,
          error: uploadStatus?.lastError,
          next: uploadStatus?.next?.at,
          readings: uploadStatus?.readings,
        },
        mute: await personStore.muteState(),
        pause: await pause.current(),
      };
    },

    async pause({ wish }) {
      if (wish === 'none') await pause.end();
      else {
        await pause.begin(wish);
        await journeys.dropUnfinished();
      }
      return { ok: true };
    },

    async refresh() {
      await refreshPacks();
      await upload.flush('click');
      return { ok: true };
    },
  };
}
