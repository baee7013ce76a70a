import type { Storage } from 'webextension-polyfill';
import type { AppPath } from '../../src/friction/watch-path.ts';
import { outlivesForgetting, type Remembered } from '../../src/model/remembered.ts';
import { type Settled, settledKey } from '../../src/model/settled.ts';
import type { Prompted } from '../../src/targeting/judge-prompt.ts';
import type { Completions } from '../../src/targeting/stage.ts';
import type { Means } from './means.ts';

interface Wiring extends Pick<Means, 'policy' | 'shelf' | 'kept' | 'tellTabs'> {
  local: Storage.StorageArea;
  /** Whoever keeps something of it has it forgotten in their own turn. */
  forgetting: readonly (() => Promise<unknown>)[];
}

type Stored = Partial<{
  settled: Record<string, Settled>;
  stages: Record<string, Completions>;
  prompts: Prompted[];
  content: { opened?: Record<string, string[]> };
}> &
  Record<`path.${string}`, AppPath | undefined>;

/** All that is about the person and in no ledger; what runs Cairn itself (policy, packs, its secret) is not among it. */
const isTheirs = (key: string): boolean =>
  /^(settled|stages|prompts|content|progress|quiet|pause|launcher|draw|routes|path\..+)$/.test(key);

/** What this browser remembers of its owner: for them to read, to take away, and to have forgotten. */
export function createRemembered({ local, policy, shelf, kept, tellTabs, forgetting }: Wiring) {
  const raw = async () => Object.fromEntries(Object.entries(await local.get(null)).filter(([key]) => isTheirs(key))) as Stored;

  async function read(): Promise<Remembered> {
    const stored = await raw();
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
      opened: Object.entries(content.opened ?? {}).map(([key, items]) => ({ key, count: items.length })),
      ways: apps.filter(({ id }) => Object.keys(stored[`path.${id}`]?.graphs ?? {}).length > 0).map(({ name }) => name),
    };
  }

  async function forget(): Promise<void> {
    const guides = (await shelf.packs()).flatMap((pack) =>
      pack.guides.map(({ id, kind }) => [settledKey({ pack: pack.id, guide: id }), kind] as const),
    );
    const kinds = new Map(guides);
    await kept.forget((key, own) => !outlivesForgetting(kinds.get(key), own));
    for (const one of forgetting) await one();
    await tellTabs();
  }

  return { raw, read, forget };
}
export type RememberedKept = ReturnType<typeof createRemembered>;
