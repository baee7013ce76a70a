import type { Storage } from 'webextension-polyfill';
import type { Pack } from '../../src/model/pack.ts';
import { inTurn } from '../../src/runtime/in-turn.ts';
import type { Person } from '../../src/targeting/judge-person.ts';
import { type Completions, complete, stageOf } from '../../src/targeting/stage.ts';
import type { Means } from './means.ts';
import { valueIn } from './values.ts';

type PersonMeans = Pick<Means, 'policy' | 'shelf' | 'kept' | 'languages'>;

/** The person as guides are chosen by: put together from what lies on this device, and never told to anyone. */
export function createPerson({ policy, shelf, kept, languages }: PersonMeans, local: Storage.StorageArea) {
  const turn = inTurn();
  const counted = valueIn(local, 'stages');
  const draw = valueIn(local, 'draw');
  const all = async () => ((await counted.get()) ?? {}) as Record<string, Completions>;

  /** The random number by which shares are drawn. Nobody but this device knows it. */
  const install = () =>
    turn(async () => {
      const drawn = (await draw.get()) as string | undefined;
      if (drawn) return drawn;
      const fresh = crypto.randomUUID();
      await draw.set(fresh);
      return fresh;
    });

  return {
    async person(): Promise<Person> {
      const { audience, switches } = await policy();
      const [completions, packs, settled] = await Promise.all([all(), shelf.packs(), kept.settled()]);
      const stage = (pack: string, task: string) => {
        const declared = taskOf(packs, pack, task);
        // Where friction is switched off nobody counts tasks: who is not seen to do one may do it every day.
        if (!declared || !switches.friction) return undefined;
        return stageOf(completions[`${pack}/${task}`] ?? { weeks: {}, ever: false }, declared.every ?? 'week', Date.now());
      };
      const today = localDay(new Date());
      return { audience, languages: await languages(), today, settled, stage, install: await install() };
    },

    /** A task was finished. */
    completed: (pack: string, task: string) =>
      turn(async () => {
        const before = await all();
        const key = `${pack}/${task}`;
        await counted.set({ ...before, [key]: complete(before[key] ?? { weeks: {} }, Date.now()) });
      }),
    /** How often tasks were finished. */
    forget: () => turn(() => counted.set({})),
  };
}

const taskOf = (packs: readonly Pack[], pack: string, task: string) =>
  packs.find(({ id }) => id === pack)?.tasks?.find(({ id }) => id === task);

function localDay(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
