import { guideKey } from '../model/pack/guide-key.ts';
import type { PersonalMemory } from '../model/person/personal-memory.ts';
import type { BackgroundDeps } from './background-deps.ts';
import type { ExtensionStorage } from './storage/open-storage.ts';
import type { AppRouteMemory } from './storage/schemas.ts';
import type { Studio } from './studio/studio.ts';

interface PersonalDataDeps extends Pick<BackgroundDeps, 'policy' | 'shelf' | 'notifyTabs'> {
  storage: ExtensionStorage;
  studio: Pick<Studio, 'raw' | 'forget' | 'draftTitles'>;
}

/** What this browser remembers of the person besides the ledger: for them to read, to take away, and to have forgotten. */
export function createPersonalData({ policy, shelf, notifyTabs, storage, studio }: PersonalDataDeps) {
  const { guideHistory, completions, shownPrompts, checklists, appJourney, routes, seenNames } = storage.items;

  async function read(): Promise<PersonalMemory> {
    const [histories, tasks, prompts, { opened }, names, memories] = await Promise.all([
      guideHistory.get(),
      completions.get(),
      shownPrompts.get(),
      checklists.get(),
      seenNames.get(),
      routes.get(),
    ]);
    const { apps } = await policy();
    const journeys = await Promise.all(apps.map(async ({ id, name }) => ({ name, ...(await appJourney(id).get()) })));
    return {
      guides: Object.entries(histories).map(([key, { shown = false, done, doneUnrecorded = false, dismissed }]) => ({
        key,
        shown,
        done: done || doneUnrecorded,
        dismissed,
      })),
      tasks: Object.entries(tasks).map(([key, { weeks }]) => ({
        key,
        times: Object.values(weeks).reduce((sum, one) => sum + one, 0),
        weeks: Object.keys(weeks).length,
      })),
      prompts: prompts.map(({ guide, at }) => ({ key: guide, at })),
      openedLinks: Object.entries(opened).map(([key, items]) => ({ key, count: items.length })),
      appsWithPaths: journeys.filter(({ graphs }) => Object.keys(graphs).length > 0).map(({ name }) => name),
      addresses: apps.flatMap(({ id, name }) => {
        const memory = memories[id];
        return memory ? [{ app: name, words: Object.values(memory.learnt), codes: countCodes(memory) }] : [];
      }),
      unknownNames: Object.keys(names).length,
      drafts: await studio.draftTitles(),
    };
  }

  async function forget(): Promise<void> {
    const kinds = new Map(
      (await shelf.packs()).flatMap((pack) =>
        pack.guides.map(({ id, kind }) => [guideKey({ pack: pack.id, guide: id }), kind] as const),
      ),
    );
    await storage.forgetPersonal({ kindOf: (guide) => kinds.get(guide) });
    await studio.forget();
    await notifyTabs();
  }

  /** `raw`: all of it as it is stored, by its key. */
  const raw = async (): Promise<Record<string, unknown>> => ({ ...(await storage.readPersonal()), ...(await studio.raw()) });
  return { raw, read, forget };
}
export type PersonalData = ReturnType<typeof createPersonalData>;

/** How many different hashes are stored of the addresses of an app. */
function countCodes({ names, candidates, learnt }: AppRouteMemory): number {
  const parts = Object.entries(names).flatMap(([prefix, segments]) => [...prefix.split(/[/#]/), ...(segments ?? [])]);
  const codes = parts.filter((part) => part.startsWith('~'));
  const keys = Object.entries(candidates ?? {}).flatMap(([token, hashes]) => [token, ...hashes]);
  return new Set([...codes, ...keys, ...Object.keys(learnt)]).size;
}
