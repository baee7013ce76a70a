import type { Pack } from '../model/pack/pack.ts';
import type { Person } from '../targeting/judge-person.ts';
import { addCompletion, stageOf } from '../targeting/stage.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { readInstallNumber } from './install-number.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface PersonProfileDeps extends Pick<BackgroundDeps, 'policy' | 'shelf' | 'personStore' | 'languages'> {
  items: Pick<StoredItems, 'completions' | 'installNumber'>;
}

/** The person that guides are chosen for: put together from what is stored on this device, and sent to nobody. */
export function createPersonProfile({ policy, shelf, personStore, languages, items }: PersonProfileDeps) {
  return {
    async person(): Promise<Person> {
      const { audience, switches } = await policy();
      const [completions, packs, guideHistories] = await Promise.all([
        items.completions.get(),
        shelf.packs(),
        personStore.guideHistories(),
      ]);
      const stage = (pack: string, task: string) => {
        const declared = taskOf(packs, pack, task);
        // Where friction is switched off nobody counts tasks: who is not seen to do one may do it every day.
        if (!declared || !switches.friction) return undefined;
        return stageOf(completions[`${pack}/${task}`] ?? { weeks: {}, ever: false }, declared.every ?? 'week', Date.now());
      };
      const today = localDay(new Date());
      return { audience, languages: await languages(), today, guideHistories, stage, install: await readInstallNumber(items) };
    },

    /** A task was finished. */
    async countCompletion(pack: string, task: string): Promise<void> {
      const key = `${pack}/${task}`;
      await items.completions.update((all) => ({ ...all, [key]: addCompletion(all[key] ?? { weeks: {} }, Date.now()) }));
    },
  };
}

const taskOf = (packs: readonly Pack[], pack: string, task: string) =>
  packs.find(({ id }) => id === pack)?.tasks?.find(({ id }) => id === task);

function localDay(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
