import type { Pack } from '../model/pack/pack.ts';
import type { PackState } from '../model/pack/pack-state.ts';
import { localize } from '../model/text/text.ts';
import { mayProvide } from './may-provide.ts';
import { namedSources } from './pack-source.ts';
import { type RefreshDeps, refreshShelf } from './refresh-shelf.ts';
import type { ShelfStore } from './shelf-index.ts';
import { createVerifiedPackReader, type PackPolicy } from './verified-pack-reader.ts';

export interface PackShelf {
  /** Fetches every pack of the policy, and removes packs that it no longer names. Calls run one after the other. */
  refresh(): Promise<void>;
  /** The packs in force: stored, from a source that may provide them, signed by a key that the policy accepts for their app. */
  packs(): Promise<Pack[]>;
  /** For the status page: each source with its pack, or with the reason why there is none. */
  states(languages?: readonly string[]): Promise<PackState[]>;
}

interface PackShelfDeps {
  store: ShelfStore;
  policy: () => Promise<PackPolicy>;
  fetchPack: RefreshDeps['fetchPack'];
}

/**
 * Stores the last valid pack of every source, so that guides work offline. A refused pack removes nothing: the stored one stays, and the
 * reason is shown on the status page.
 */
export function createPackShelf({ store, policy, fetchPack }: PackShelfDeps): PackShelf {
  const readVerified = createVerifiedPackReader(store);

  async function packs(): Promise<Pack[]> {
    const [inForce, index] = await Promise.all([policy(), store.index.get()]);
    const sources = namedSources(inForce.packs);
    const names = Object.keys(index.packs).filter((name) => mayProvide(index.packs[name]!.source, name, sources));
    const verified = await Promise.all(names.map((name) => readVerified(name, index, inForce)));
    return verified.flatMap((one) => (one ? [one.pack] : []));
  }

  async function states(languages: readonly string[] = []): Promise<PackState[]> {
    const [inForce, index, there] = await Promise.all([policy(), store.index.get(), packs()]);
    return namedSources(inForce.packs).map(({ key, name }) => {
      const { lastPack, faults = [] } = index.sources[key] ?? {};
      const pack = there.find(({ app, id }) => `${app}/${id}` === lastPack);
      return { source: name, ...(pack && describe(pack, languages)), faults };
    });
  }

  return {
    async refresh() {
      await store.index.update(async (index) => {
        await refreshShelf({ shelf: store, index, inForce: await policy(), readVerified, fetchPack });
        return index;
      });
    },
    packs,
    states,
  };
}

const describe = ({ id, title, language, version, guides, sample }: Pack, languages: readonly string[]) => ({
  id,
  title: localize(title, languages, language).text,
  version,
  guides: guides.length,
  sample,
});
