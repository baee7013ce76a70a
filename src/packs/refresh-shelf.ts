import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { FetchPackResult } from './fetch-pack.ts';
import { judgeClaim } from './judge-claim.ts';
import { mayProvide } from './may-provide.ts';
import { type NamedSource, namedSources } from './pack-source.ts';
import type { ShelfIndex, ShelfStore, ShelvedPack, SourceState, VersionFloor } from './shelf-index.ts';
import type { PackPolicy, ReadVerifiedPack } from './verified-pack-reader.ts';
import { verifyPack } from './verify-pack.ts';

export interface RefreshDeps {
  shelf: ShelfStore;
  index: ShelfIndex;
  inForce: PackPolicy;
  readVerified: ReadVerifiedPack;
  fetchPack: (wanted: { url: string; etag?: string | undefined }) => Promise<FetchPackResult>;
}

/** One refresh under way. */
interface Refresh extends RefreshDeps {
  sources: readonly NamedSource[];
  /** Names whose provider is settled in this refresh. */
  settled: Set<string>;
}

type Offer =
  | { state: 'offered'; jws: string; etag?: string | undefined }
  | { state: 'unchanged' }
  | { state: 'failed'; why: Fault };

/** Fetches every source, stores valid packs, and removes packs that no source provides any more. Changes `index` and `shelf`. */
export async function refreshShelf(deps: RefreshDeps): Promise<void> {
  const refresh: Refresh = { ...deps, sources: namedSources(deps.inForce.packs), settled: new Set() };
  const offers = await Promise.all(refresh.sources.map((one) => offer(one, refresh)));
  // In the policy's order, so that two sources of one pack always give the same result.
  for (const [at, source] of refresh.sources.entries()) deps.index.sources[source.key] = await take(source, offers[at]!, refresh);
  await withdraw(refresh);
}

async function offer({ key, source }: NamedSource, refresh: Refresh): Promise<Offer> {
  if (source.url === undefined) return { state: 'offered', jws: source.jws ?? '' };
  const { etag, lastPack } = refresh.index.sources[key] ?? {};
  // Only for a valid pack that is stored from there: otherwise "not modified" would leave us without a pack.
  const hasGoodCopy = lastPack !== undefined && (await holderOf(lastPack, refresh))?.source === key;
  const fetched = await refresh.fetchPack({ url: source.url, etag: hasGoodCopy ? etag : undefined });
  if (!fetched.ok) return { state: 'failed', why: fetched.why };
  return fetched.changed ? { state: 'offered', jws: fetched.jws, etag: fetched.etag } : { state: 'unchanged' };
}

async function take(source: NamedSource, offered: Offer, refresh: Refresh): Promise<SourceState> {
  const before = refresh.index.sources[source.key] ?? { floors: [], faults: [] };
  if (offered.state === 'unchanged') return { ...before, faults: [] };
  if (offered.state === 'failed') return { ...before, faults: [offered.why] };
  const result = await shelve(source, offered.jws, before.floors, refresh);
  if (!result.ok) return { ...before, faults: result.why };
  refresh.settled.add(result.floor.name);
  const floors = raiseFloor(before.floors, result.floor, refresh.inForce);
  return { lastPack: result.floor.name, floors, faults: [], ...(offered.etag && { etag: offered.etag }) };
}

type ShelveResult = { ok: true; floor: VersionFloor } | { ok: false; why: Fault[] };

async function shelve(
  source: NamedSource,
  jws: string,
  floors: readonly VersionFloor[],
  refresh: Refresh,
): Promise<ShelveResult> {
  const { shelf, index, inForce, sources, settled } = refresh;
  const judged = await verifyPack(jws, inForce.keys);
  if (!judged.ok) return judged;
  const { pack, digest, kid, signer } = judged;
  const appFault = unknownApp(pack, inForce);
  if (appFault) return { ok: false, why: [appFault] };
  const name = `${pack.app}/${pack.id}`;
  const holder = await holderOf(name, refresh);
  const { version } = pack;
  const claim = { name, source, kid, signer, version, digest };
  const why = judgeClaim(claim, { sources, holder, isSettled: settled.has(name), floors });
  if (why) return { ok: false, why };
  const shelved = { source: source.key, signer, version, digest };
  if (JSON.stringify(holder) !== JSON.stringify(shelved)) await shelf.jws(name).set(jws);
  index.packs[name] = shelved;
  return { ok: true, floor: { name, signer, version, digest } };
}

/** Who provides the pack of that name, as far as the policy still has it so and what is stored is valid. */
async function holderOf(name: string, { index, inForce, sources, readVerified }: Refresh): Promise<ShelvedPack | undefined> {
  const held = index.packs[name];
  if (!held || index.sources[held.source]?.lastPack !== name || !mayProvide(held.source, name, sources)) return undefined;
  return (await readVerified(name, index, inForce)) && held;
}

/** Floors of one source: more names or keys than it ever needs, so that it cannot fill the storage. */
const MAX_FLOORS = 50;

/** The floors with the new one in place of the last. A key that left the policy has none: whoever had it could have set a high one. */
function raiseFloor(floors: readonly VersionFloor[], raised: VersionFloor, { keys }: PackPolicy): VersionFloor[] {
  const others = floors.filter(({ name, signer }) => name !== raised.name || signer !== raised.signer);
  return [raised, ...others].filter(({ signer }) => keys.some(({ x }) => x === signer)).slice(0, MAX_FLOORS);
}

async function withdraw(refresh: Refresh): Promise<void> {
  const { shelf, index, sources } = refresh;
  for (const key of Object.keys(index.sources)) if (!sources.some((one) => one.key === key)) delete index.sources[key];
  for (const name of Object.keys(index.packs)) {
    if (await holderOf(name, refresh)) continue;
    delete index.packs[name];
    await shelf.jws(name).reset();
  }
}

function unknownApp({ app }: Pack, { apps }: PackPolicy): Fault | undefined {
  if (apps.some(({ id }) => id === app)) return undefined;
  const named = apps.map(({ id }) => `"${id}"`).join(', ') || 'none';
  return {
    path: 'app',
    reason: `is "${app}", and the policy has no app of that id`,
    remedy: `Give the app that id in the policy, or the pack one of its ids: ${named}.`,
  };
}
