import { guideKey } from '../model/pack/guide-key.ts';
import type { GuideHistory } from '../model/person/guide-history.ts';
import type { LauncherSpot } from '../model/person/launcher-spot.ts';
import { applyMuteRequest, type MuteRequest, type MuteScope, type MuteState } from '../model/person/mute.ts';
import type { StoredItems } from './storage/open-storage.ts';
import type { FormTicket } from './storage/schemas.ts';
import { isOnTrial } from './studio/trial-pack.ts';

type GuideEvent = 'seen' | 'dismissed' | 'finished' | 'finished unrecorded';

function afterEvent(history: GuideHistory, event: GuideEvent): GuideHistory {
  if (event === 'seen') return { ...history, shown: true };
  if (event === 'finished') return { ...history, done: true };
  if (event === 'finished unrecorded') return { ...history, doneUnrecorded: true };
  return { ...history, dismissed: history.dismissed + 1, dismissedAt: Date.now() };
}

const withoutDismissals = ({ dismissedAt: _, ...history }: GuideHistory): GuideHistory => ({ ...history, dismissed: 0 });

/** What the person did with guides and asked of Cairn: on the device only, and outliving the worker. */
export function createPersonStore({
  guideHistory,
  mute,
  launcherSpots,
  form,
}: Pick<StoredItems, 'guideHistory' | 'mute' | 'launcherSpots' | 'form'>) {
  return {
    guideHistories: () => guideHistory.get(),
    async noteGuideEvent(about: { pack: string; guide: string }, event: GuideEvent): Promise<void> {
      if (isOnTrial(about)) return;
      const key = guideKey(about);
      await guideHistory.update((all) => ({ ...all, [key]: afterEvent(all[key] ?? { dismissed: 0, done: false }, event) }));
    },
    muteState: (): Promise<MuteState> => mute.get(),
    async applyMute(request: MuteRequest, scope: MuteScope): Promise<void> {
      await mute.update((before) => applyMuteRequest(before, request, scope));
    },
    /** Takes back that the person dismissed or muted this guide, by `pack/guide`. */
    async restoreGuide(key: string): Promise<void> {
      await mute.update((before) => ({ ...before, guides: before.guides.filter((one) => one !== key) }));
      await guideHistory.update((all) => (all[key] ? { ...all, [key]: withoutDismissals(all[key]) } : all));
    },
    launcher: async (app: string): Promise<LauncherSpot | null> => (await launcherSpots.get())[app] ?? null,
    async setLauncher(app: string, spot: LauncherSpot): Promise<void> {
      await launcherSpots.update((all) => ({ ...all, [app]: spot }));
    },
    /** Opens a form, and gives the key that belongs to it. */
    async openForm(ticket: FormTicket): Promise<string> {
      const key = crypto.randomUUID();
      await form(key).set(ticket);
      return key;
    },
    form: (key: string): Promise<FormTicket | null> => form(key).get(),
    /** What a form with that key is for from now on. */
    changeForm: (key: string, ticket: FormTicket): Promise<void> => form(key).set(ticket),
    closeForm: (key: string): Promise<void> => form(key).reset(),
  };
}
export type PersonStore = ReturnType<typeof createPersonStore>;
