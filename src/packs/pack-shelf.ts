import type { Pack } from '../model/pack/pack.ts';
import type { PackState } from '../model/pack/pack-state.ts';
import { localize } from '../model/text/text.ts';
import { mayProvide } from './may-provide.ts';
import { nextEnd, packAbsence } from './pack-absence.ts';
import { namedSources } from './pack-source.ts';
import { refreshShelf } from './refresh-shelf.ts';
import type { ShelfIndex, ShelfStore } from './shelf-index.ts';
import type { PackDevice, RefreshDeps } from './shelf-refresh.ts';
import { createVerifiedPackReader, type PackPolicy } from './verified-pack-reader.ts';

export interface PackShelf {
  /** Fetches every pack of the policy, and removes packs that it no longer names. Calls run one after the other. */
  refresh(): Promise<void>;
  /** Asks only the sources that answer with release documents, whether anything has changed. */
  refreshReleases(): Promise<void>;
  /** Whether there are such sources. */
  hasReleases(): Promise<boolean>;
  /**
   * The packs in force: stored, from a source that may provide them, signed by a key that the policy accepts for their app, and neither
   * switched off by that source nor past their end.
   */
  packs(): Promise<Pack[]>;
  /** When the next of them comes to its end, in milliseconds since the epoch. */
  nextEnd(): Promise<number | undefined>;
  /** For the status page: each source with its pack, or with the reason why there is none. */
  states(languages?: readonly string[]): Promise<PackState[]>;
}

interface PackShelfDeps {
  store: ShelfStore;
  policy: () => Promise<PackPolicy>;
  device: () => Promise<PackDevice>;
  now: () => number;
  fetchPack: RefreshDeps['fetchPack'];
}

/**
 * Stores the last valid pack of every source, so that guides work offline. A refused pack removes nothing: the stored one stays, and the
 * reason is shown on the status page.
 */
export function createPackShelf({ store, policy, device, now, fetchPack }: PackShelfDeps): PackShelf {
  const readVerified = createVerifiedPackReader(store);

  /** Every valid pack by its name, also one that is not shown now. */
  async function held(index: ShelfIndex): Promise<Map<string, Pack>> {
    const inForce = await policy();
    const sources = namedSources(inForce.packs);
    const names = Object.keys(index.packs).filter((name) => mayProvide(index.packs[name]!.source, name, sources));
    const verified = await Promise.all(names.map((name) => readVerified(name, index, inForce)));
    return new Map(names.flatMap((name, at) => (verified[at] ? [[name, verified[at].pack] as const] : [])));
  }

  async function packs(): Promise<Pack[]> {
    const index = await store.index.get();
    return [...(await held(index))].flatMap(([name, pack]) => (packAbsence(name, index, now()) ? [] : [pack]));
  }

  async function states(languages: readonly string[] = []): Promise<PackState[]> {
    const [inForce, index] = await Promise.all([policy(), store.index.get()]);
    const there = await held(index);
    return namedSources(inForce.packs).map(({ key, name }) => stateOf({ key, name, index, there, languages, now: now() }));
  }

  const refresh = async (isQuick: boolean): Promise<void> => {
    await store.index.update(async (index) => {
      const [inForce, chooser] = await Promise.all([policy(), device()]);
      await refreshShelf({ shelf: store, index, inForce, device: chooser, now: now(), isQuick, readVerified, fetchPack });
      return index;
    });
  };

  return {
    refresh: () => refresh(false),
    refreshReleases: () => refresh(true),
    hasReleases: async () => Object.values((await store.index.get()).sources).some(({ release }) => release !== undefined),
    packs,
    nextEnd: async () => nextEnd(await store.index.get(), now()),
    states,
  };
}

interface StateFacts {
  key: string;
  name: string;
  index: ShelfIndex;
  there: ReadonlyMap<string, Pack>;
  languages: readonly string[];
  now: number;
}

function stateOf({ key, name, index, there, languages, now }: StateFacts): PackState {
  const { lastPack, release, faults = [] } = index.sources[key] ?? {};
  const pack = lastPack === undefined ? undefined : there.get(lastPack);
  const isHeldFromHere = lastPack !== undefined && index.packs[lastPack]?.source === key;
  const ownAbsence = isHeldFromHere ? packAbsence(lastPack, index, now) : undefined;
  const absence = pack || !release || faults.length > 0 ? ownAbsence : ({ is: release.isOff ? 'off' : 'not-offered' } as const);
  return { source: name, ...(pack && describe(pack, languages)), ...(absence && { absence }), faults };
}

const describe = ({ id, title, language, version, guides, sample }: Pack, languages: readonly string[]) => ({
  id,
  title: localize(title, languages, language).text,
  version,
  guides: guides.length,
  sample,
});
