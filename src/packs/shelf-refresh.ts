import type { FetchPackResult } from './fetch-pack.ts';
import { mayProvide } from './may-provide.ts';
import type { NamedSource } from './pack-source.ts';
import type { ShelfIndex, ShelfStore, ShelvedPack, VersionFloor } from './shelf-index.ts';
import type { PackPolicy, ReadVerifiedPack } from './verified-pack-reader.ts';

/** What this device chooses versions by. */
export interface PackDevice {
  department: string | undefined;
  /** Its place from 0 to 99 in the roll-out of a version of a pack. */
  bucketOf: (pack: string, version: number) => number;
}

export interface RefreshDeps {
  shelf: ShelfStore;
  index: ShelfIndex;
  inForce: PackPolicy;
  device: PackDevice;
  now: number;
  /** Asks only sources that answer with release documents, and takes a document that was refused for refused until it changes. */
  isQuick: boolean;
  readVerified: ReadVerifiedPack;
  fetchPack: (wanted: { url: string; etag?: string | undefined }) => Promise<FetchPackResult>;
}

/** One refresh under way. */
export interface Refresh extends RefreshDeps {
  sources: readonly NamedSource[];
  /** Names whose provider is settled in this refresh. */
  settled: Set<string>;
}

/** Who provides the pack of that name, as far as the policy still has it so and what is stored is valid. */
export async function holderOf(
  name: string,
  { index, inForce, sources, readVerified }: Refresh,
): Promise<ShelvedPack | undefined> {
  const held = index.packs[name];
  if (!held || index.sources[held.source]?.lastPack !== name || !mayProvide(held.source, name, sources)) return undefined;
  return (await readVerified(name, index, inForce)) && held;
}

/** The valid pack that this source gave last and still provides. */
export async function heldFrom(key: string, refresh: Refresh): Promise<{ name: string; pack: ShelvedPack } | undefined> {
  const name = refresh.index.sources[key]?.lastPack;
  const pack = name === undefined ? undefined : await holderOf(name, refresh);
  return name !== undefined && pack?.source === key ? { name, pack } : undefined;
}

/** Floors of one source: more names or keys than it ever needs, so that it cannot fill the storage. */
const MAX_FLOORS = 50;

/** The floors with the new one in place of the last. A key that left the policy has none: whoever had it could have set a high one. */
export function raiseFloor(floors: readonly VersionFloor[], raised: VersionFloor, { keys }: PackPolicy): VersionFloor[] {
  const others = floors.filter(({ name, signer }) => name !== raised.name || signer !== raised.signer);
  return [raised, ...others].filter(({ signer }) => keys.some(({ x }) => x === signer)).slice(0, MAX_FLOORS);
}
