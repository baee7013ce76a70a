import type { Pack } from '../model/pack/pack.ts';
import type { PackState } from '../model/pack/pack-state.ts';
import { localize } from '../model/text/text.ts';
import { namedSources } from './pack-source.ts';
import { type RefreshDeps, refreshShelf } from './refresh-shelf.ts';
import { type KeyValue, shelfStore } from './shelf-index.ts';
import { createVerifiedPackReader, type PackPolicy } from './verified-pack-reader.ts';

export interface PackShelf {
  /** Get every pack of the policy anew, and withdraw what it names no more. One after the other, however often it is called. */
  refresh(): Promise<void>;
  /** The packs in force: held, from a source in the policy, signed by a key that it accepts, for an app that it names. */
  packs(): Promise<Pack[]>;
  /** For the status page: each source, what it gave, and why not. */
  states(languages?: readonly string[]): Promise<PackState[]>;
}

export interface PackShelfDeps {
  store: KeyValue;
  policy: () => Promise<PackPolicy>;
  fetchPack: RefreshDeps['fetchPack'];
}

/**
 * Keeps the last good pack of every source, so that guides are there without a network. What is refused takes nothing away: the pack
 * that is held stays, and the reason is kept for the status page.
 */
export function createPackShelf({ store, policy, fetchPack }: PackShelfDeps): PackShelf {
  const shelf = shelfStore(store);
  const readVerified = createVerifiedPackReader(shelf);
  let turn: Promise<unknown> = Promise.resolve();

  async function refreshNow(): Promise<void> {
    const [inForce, index] = [await policy(), await shelf.index()];
    await refreshShelf({ shelf, index, inForce, readVerified, fetchPack });
    await shelf.setIndex(index);
  }

  async function packs(): Promise<Pack[]> {
    const [inForce, index] = await Promise.all([policy(), shelf.index()]);
    const sources = new Set(namedSources(inForce.packs).map(({ key }) => key));
    const names = Object.keys(index.packs).filter((name) => sources.has(index.packs[name]!.source));
    const verified = await Promise.all(names.map((name) => readVerified(name, index, inForce)));
    return verified.flatMap((verified) => (verified ? [verified.pack] : []));
  }

  async function states(languages: readonly string[] = []): Promise<PackState[]> {
    const [inForce, index, there] = await Promise.all([policy(), shelf.index(), packs()]);
    return namedSources(inForce.packs).map(({ key, name }) => {
      const { lastPack, faults = [] } = index.sources[key] ?? {};
      const pack = there.find(({ app, id }) => `${app}/${id}` === lastPack);
      return { source: name, ...(pack && describe(pack, languages)), faults };
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

const describe = ({ id, title, language, version, guides, sample }: Pack, languages: readonly string[]) => ({
  id,
  title: localize(title, languages, language).text,
  version,
  guides: guides.length,
  sample,
});
