import type { Storage } from 'webextension-polyfill';
import type { About } from '../../src/model/entry.ts';
import type { LauncherSpot } from '../../src/model/launcher-spot.ts';
import type { Progress } from '../../src/model/progress.ts';
import { noQuiet, type Quiet } from '../../src/model/quiet.ts';
import { type Settled, settledKey } from '../../src/model/settled.ts';
import type { Said } from '../../src/model/text.ts';
import { inTurn } from '../../src/runtime/in-turn.ts';

/** What an open form belongs to: words after a click of feedback, or the answer to a question. */
export type FormTicket = { app: string; appName: string; route: string } & (
  | { of: string; choice: string }
  | { about: About; title: Said }
);

type Settling = 'seen' | 'dismissed' | 'finished';

function settle(one: Settled, what: Settling): Settled {
  if (what === 'seen') return { ...one, seen: true };
  return what === 'finished' ? { ...one, done: true } : { ...one, dismissed: one.dismissed + 1, dismissedAt: Date.now() };
}

/** The person's own small state: on the device only, and outliving the worker. */
export function createKept(local: Storage.StorageArea, session: Storage.StorageArea) {
  const read = async <T>(area: Storage.StorageArea, key: string, none: T): Promise<T> =>
    ((await area.get(key))[key] as T) ?? none;
  const turn = inTurn();
  const settled = () => read<Record<string, Settled>>(local, 'settled', {});
  return {
    settled,
    running: () => read<Progress | null>(local, 'progress', null),
    setRunning: (progress: Progress | null) => local.set({ progress }),
    quiet: () => read<Quiet>(local, 'quiet', noQuiet),
    setQuiet: (quiet: Quiet) => local.set({ quiet }),
    launcher: async (app: string) => (await read<Record<string, LauncherSpot>>(local, 'launcher', {}))[app] ?? null,
    setLauncher: async (app: string, spot: LauncherSpot) =>
      local.set({ launcher: { ...(await read<Record<string, LauncherSpot>>(local, 'launcher', {})), [app]: spot } }),
    settle: (about: { pack: string; guide: string }, what: Settling) =>
      turn(async () => {
        const all = await settled();
        const key = settledKey(about);
        await local.set({ settled: { ...all, [key]: settle(all[key] ?? { dismissed: 0, done: false }, what) } });
      }),
    /** Those of which this says so are remembered no more. */
    forget: (isForgotten: (key: string, own: Settled) => boolean) =>
      turn(async () => {
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
export type Kept = ReturnType<typeof createKept>;
