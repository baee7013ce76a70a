import type { Storage } from 'webextension-polyfill';
import type { About } from '../model/entry/entry.ts';
import { type GuideHistory, guideKey } from '../model/person/guide-history.ts';
import type { LauncherSpot } from '../model/person/launcher-spot.ts';
import { type MuteState, notMuted } from '../model/person/mute.ts';
import type { Progress } from '../model/person/progress.ts';
import type { LocalizedText } from '../model/text/text.ts';
import { createMutex } from '../runtime/mutex.ts';

/** What an open form belongs to: words after a click of feedback, or the answer to a question. */
export type FormTicket = { app: string; appName: string; route: string } & (
  | { of: string; choice: string }
  | { about: About; title: LocalizedText }
);

type SettledEvent = 'seen' | 'dismissed' | 'finished';

function settle(one: GuideHistory, what: SettledEvent): GuideHistory {
  if (what === 'seen') return { ...one, seen: true };
  return what === 'finished' ? { ...one, done: true } : { ...one, dismissed: one.dismissed + 1, dismissedAt: Date.now() };
}

/** The person's own small state: on the device only, and outliving the worker. */
export function createPersonStore(local: Storage.StorageArea, session: Storage.StorageArea) {
  const read = async <T>(area: Storage.StorageArea, key: string, fallback: T): Promise<T> =>
    ((await area.get(key))[key] as T) ?? fallback;
  const mutex = createMutex();
  const settled = () => read<Record<string, GuideHistory>>(local, 'settled', {});
  return {
    settled,
    progress: () => read<Progress | null>(local, 'progress', null),
    setProgress: (progress: Progress | null) => local.set({ progress }),
    quiet: () => read<MuteState>(local, 'quiet', notMuted),
    setQuiet: (quiet: MuteState) => local.set({ quiet }),
    launcher: async (app: string) => (await read<Record<string, LauncherSpot>>(local, 'launcher', {}))[app] ?? null,
    setLauncher: async (app: string, spot: LauncherSpot) =>
      local.set({ launcher: { ...(await read<Record<string, LauncherSpot>>(local, 'launcher', {})), [app]: spot } }),
    settle: (about: { pack: string; guide: string }, what: SettledEvent) =>
      mutex.runExclusive(async () => {
        const all = await settled();
        const key = guideKey(about);
        await local.set({ settled: { ...all, [key]: settle(all[key] ?? { dismissed: 0, done: false }, what) } });
      }),
    /** Those of which this says so are remembered no more. */
    forget: (isForgotten: (key: string, own: GuideHistory) => boolean) =>
      mutex.runExclusive(async () => {
        const left = Object.entries(await settled()).filter(([key, own]) => !isForgotten(key, own));
        await local.set({ settled: Object.fromEntries(left) });
      }),
    async openForm(ticket: FormTicket): Promise<string> {
      const key = crypto.randomUUID();
      await session.set({ [`form.${key}`]: ticket });
      return key;
    },
    form: (key: string) => read<FormTicket | null>(session, `form.${key}`, null),
    closeForm: (key: string) => session.remove(`form.${key}`),
  };
}
export type PersonStore = ReturnType<typeof createPersonStore>;
