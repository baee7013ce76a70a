import type { Pack } from '../model/pack.ts';
import type { PackState } from '../model/pack-state.ts';
import { say } from '../model/text.ts';
import { heldPacks, type InForce } from './held-packs.ts';
import { namedSources } from './pack-source.ts';
import { type Refresh, refreshShelf } from './refresh-shelf.ts';
import { type KeyValue, shelfStore } from './shelf-index.ts';

export interface PackShelf {
  /** Get every pack of the policy anew, and withdraw what it names no more. One after the other, however often it is called. */
  refresh(): Promise<void>;
  /** The packs in force: held, from a source in the policy, signed by a key that it accepts, for an app that it names. */
  packs(): Promise<Pack[]>;
  /** For the status page: each source, what it gave, and why not. */
  states(languages?: readonly string[]): Promise<PackState[]>;
}

export interface ShelfMeans {
  store: KeyValue;
  policy: () => Promise<InForce>;
  fetchPack: Refresh['fetchPack'];
}

/**
 * Keeps the last good pack of every source, so that guides are there without a network. What is refused takes nothing away: the pack
 * that is held stays, and the reason is kept for the status page.
 */
export function createPackShelf({ store, policy, fetchPack }: ShelfMeans): PackShelf {
  const shelf = shelfStore(store);
  const goodNow = heldPacks(shelf);
  let turn: Promise<unknown> = Promise.resolve();

  async function refreshNow(): Promise<void> {
    const [inForce, index] = [await policy(), await shelf.index()];
    await refreshShelf({ shelf, index, inForce, goodNow, fetchPack });
    await shelf.setIndex(index);
  }

  async function packs(): Promise<Pack[]> {
    const [inForce, index] = await Promise.all([policy(), shelf.index()]);
    const sources = new Set(namedSources(inForce.packs).map(({ key }) => key));
    const names = Object.keys(index.held).filter((name) => sources.has(index.held[name]!.source));
    const good = await Promise.all(names.map((name) => goodNow(name, index, inForce)));
    return good.flatMap((verified) => (verified ? [verified.pack] : []));
  }

  async function states(languages: readonly string[] = []): Promise<PackState[]> {
    const [inForce, index, there] = await Promise.all([policy(), shelf.index(), packs()]);
    return namedSources(inForce.packs).map(({ key, name }) => {
      const { gave, refused = [] } = index.sources[key] ?? {};
      const pack = there.find(({ app, id }) => `${app}/${id}` === gave);
      return { source: name, ...(pack && shown(pack, languages)), refused };
    });
  }

  return {
    refresh() {
      const mine = turn.then(refreshNow);
      turn = mine.catch(() => undefined);
      return mine;
    },
    packs,
    states,
  };
}

const shown = ({ id, title, language, version, guides, sample }: Pack, languages: readonly string[]) => ({
  id,
  title: say(title, languages, language).words,
  version,
  guides: guides.length,
  sample,
});
