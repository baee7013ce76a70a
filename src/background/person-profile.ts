import type { Storage } from 'webextension-polyfill';
import type { Pack } from '../model/pack/pack.ts';
import { createMutex } from '../runtime/mutex.ts';
import type { Person } from '../targeting/judge-person.ts';
import { addCompletion, type Completions, stageOf } from '../targeting/stage.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { valueIn } from './values.ts';

type PersonProfileDeps = Pick<BackgroundDeps, 'policy' | 'shelf' | 'personStore' | 'languages'>;

/** The person as guides are chosen by: put together from what lies on this device, and never told to anyone. */
export function createPersonProfile({ policy, shelf, personStore, languages }: PersonProfileDeps, local: Storage.StorageArea) {
  const mutex = createMutex();
  const completionCounts = valueIn(local, 'stages');
  const installDraw = valueIn(local, 'draw');
  const readCounts = async () => ((await completionCounts.get()) ?? {}) as Record<string, Completions>;

  /** The random number by which shares are drawn. Nobody but this device knows it. */
  const installNumber = () =>
    mutex.runExclusive(async () => {
      const existing = (await installDraw.get()) as string | undefined;
      if (existing) return existing;
      const fresh = crypto.randomUUID();
      await installDraw.set(fresh);
      return fresh;
    });

  return {
    async person(): Promise<Person> {
      const { audience, switches } = await policy();
      const [completions, packs, settled] = await Promise.all([readCounts(), shelf.packs(), personStore.settled()]);
      const stage = (pack: string, task: string) => {
        const declared = taskOf(packs, pack, task);
        // Where friction is switched off nobody counts tasks: who is not seen to do one may do it every day.
        if (!declared || !switches.friction) return undefined;
        return stageOf(completions[`${pack}/${task}`] ?? { weeks: {}, ever: false }, declared.every ?? 'week', Date.now());
      };
      const today = localDay(new Date());
      return { audience, languages: await languages(), today, settled, stage, install: await installNumber() };
    },

    /** A task was finished. */
    countCompletion: (pack: string, task: string) =>
      mutex.runExclusive(async () => {
        const before = await readCounts();
        const key = `${pack}/${task}`;
        await completionCounts.set({ ...before, [key]: addCompletion(before[key] ?? { weeks: {} }, Date.now()) });
      }),
    /** How often tasks were finished. */
    forget: () => mutex.runExclusive(() => completionCounts.set({})),
  };
}

const taskOf = (packs: readonly Pack[], pack: string, task: string) =>
  packs.find(({ id }) => id === pack)?.tasks?.find(({ id }) => id === task);

function localDay(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
