import type { Storage } from 'webextension-polyfill';
import type { AppJourney } from '../friction/journey/follow-journey.ts';
import { type GuideHistory, guideKey } from '../model/person/guide-history.ts';
import { type PersonalMemory, survivesForgetting } from '../model/person/personal-memory.ts';
import type { ShownPrompt } from '../targeting/judge-prompt.ts';
import type { Completions } from '../targeting/stage.ts';
import type { BackgroundDeps } from './background-deps.ts';

interface PersonalDataDeps extends Pick<BackgroundDeps, 'policy' | 'shelf' | 'personStore' | 'notifyTabs'> {
  local: Storage.StorageArea;
  /** Whoever keeps something of it has it forgotten in their own turn. */
  forgetters: readonly (() => Promise<unknown>)[];
}

type StoredPersonalData = Partial<{
  settled: Record<string, GuideHistory>;
  stages: Record<string, Completions>;
  prompts: ShownPrompt[];
  content: { opened?: Record<string, string[]> };
}> &
  Record<`path.${string}`, AppJourney | undefined>;

/** All that is about the person and in no ledger; what runs Cairn itself (policy, packs, its secret) is not among it. */
const isPersonal = (key: string): boolean =>
  /^(settled|stages|prompts|content|progress|quiet|pause|launcher|draw|routes|path\..+)$/.test(key);

/** What this browser remembers of its owner: for them to read, to take away, and to have forgotten. */
export function createPersonalData({ local, policy, shelf, personStore, notifyTabs, forgetters }: PersonalDataDeps) {
  const readRaw = async () =>
    Object.fromEntries(Object.entries(await local.get(null)).filter(([key]) => isPersonal(key))) as StoredPersonalData;

  async function read(): Promise<PersonalMemory> {
    const stored = await readRaw();
    const { settled = {}, stages = {}, prompts = [], content = {} } = stored;
    const { apps } = await policy();
    return {
      guides: Object.entries(settled).map(([key, { seen = false, done, dismissed }]) => ({ key, seen, done, dismissed })),
      tasks: Object.entries(stages).map(([key, { weeks }]) => ({
        key,
        times: Object.values(weeks).reduce((sum, one) => sum + one, 0),
        weeks: Object.keys(weeks).length,
      })),
      prompts: prompts.map(({ guide, at }) => ({ key: guide, at })),
      openedLinks: Object.entries(content.opened ?? {}).map(([key, items]) => ({ key, count: items.length })),
      appsWithPaths: apps.filter(({ id }) => Object.keys(stored[`path.${id}`]?.graphs ?? {}).length > 0).map(({ name }) => name),
    };
  }

  async function forget(): Promise<void> {
    const guides = (await shelf.packs()).flatMap((pack) =>
      pack.guides.map(({ id, kind }) => [guideKey({ pack: pack.id, guide: id }), kind] as const),
    );
    const kinds = new Map(guides);
    await personStore.forget((key, own) => !survivesForgetting(kinds.get(key), own));
    for (const one of forgetters) await one();
    await notifyTabs();
  }

  return { raw: readRaw, read, forget };
}
export type PersonalData = ReturnType<typeof createPersonalData>;
