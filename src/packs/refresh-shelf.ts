import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { FetchPackResult } from './fetch-pack.ts';
import { judgeVersion } from './judge-version.ts';
import { type NamedSource, namedSources } from './pack-source.ts';
import type { ShelfIndex, ShelfStore, SourceState } from './shelf-index.ts';
import type { PackPolicy, ReadVerifiedPack } from './verified-pack-reader.ts';
import { verifyPack } from './verify-pack.ts';

export interface RefreshDeps {
  shelf: ShelfStore;
  index: ShelfIndex;
  inForce: PackPolicy;
  readVerified: ReadVerifiedPack;
  fetchPack: (wanted: { url: string; etag?: string | undefined }) => Promise<FetchPackResult>;
}

type Offer =
  | { state: 'offered'; jws: string; etag?: string | undefined }
  | { state: 'unchanged' }
  | { state: 'failed'; why: Fault };

/** Fetches every source, stores valid packs, and removes packs that no source provides any more. Changes `index` and `shelf`. */
export async function refreshShelf(deps: RefreshDeps): Promise<void> {
  const sources = namedSources(deps.inForce.packs);
  const offers = await Promise.all(sources.map((one) => offer(one, deps)));
  // In the policy's order, so that two sources of one pack always give the same result.
  for (const [at, { key }] of sources.entries()) deps.index.sources[key] = await take(key, offers[at]!, deps);
  await withdraw(sources, deps);
}

async function offer({ key, source }: NamedSource, deps: RefreshDeps): Promise<Offer> {
  const { index, inForce, readVerified, fetchPack } = deps;
  if (source.url === undefined) return { state: 'offered', jws: source.jws ?? '' };
  const { etag, lastPack } = index.sources[key] ?? {};
  // Only for a valid pack that is stored from there: otherwise "not modified" would leave us without a pack.
  const hasGoodCopy =
    lastPack !== undefined && index.packs[lastPack]?.source === key && (await readVerified(lastPack, index, inForce));
  const fetched = await fetchPack({ url: source.url, etag: hasGoodCopy ? etag : undefined });
  if (!fetched.ok) return { state: 'failed', why: fetched.why };
  return fetched.changed ? { state: 'offered', jws: fetched.jws, etag: fetched.etag } : { state: 'unchanged' };
}

async function take(key: string, offered: Offer, deps: RefreshDeps): Promise<SourceState> {
  const before = deps.index.sources[key] ?? { faults: [] };
  if (offered.state === 'unchanged') return { ...before, faults: [] };
  if (offered.state === 'failed') return { ...before, faults: [offered.why] };
  const result = await shelve(key, offered.jws, deps);
  if (!result.ok) return { ...before, faults: result.why };
  return { lastPack: result.name, faults: [], ...(offered.etag && { etag: offered.etag }) };
}

type ShelveResult = { ok: true; name: string } | { ok: false; why: Fault[] };

async function shelve(key: string, jws: string, { shelf, index, inForce, readVerified }: RefreshDeps): Promise<ShelveResult> {
  const judged = await verifyPack(jws, inForce.keys);
  if (!judged.ok) return judged;
  const { pack, digest } = judged;
  const appFault = unknownApp(pack, inForce);
  if (appFault) return { ok: false, why: [appFault] };
  const name = `${pack.app}/${pack.id}`;
  // A pack whose key has left the policy sets no minimum version: whoever had the key could have blocked updates with a high one.
  const held = (await readVerified(name, index, inForce)) ? index.packs[name] : undefined;
  const versionFault = judgeVersion({ version: pack.version, digest }, held);
  if (versionFault) return { ok: false, why: versionFault.why };
  if (held?.digest === digest && isLatestFrom(held.source, name, { index, inForce })) return { ok: true, name };
  await shelf.jws(name).set(jws);
  index.packs[name] = { source: key, version: pack.version, digest };
  return { ok: true, name };
}

async function withdraw(sources: readonly NamedSource[], { shelf, index, inForce, readVerified }: RefreshDeps): Promise<void> {
  const named = new Set(sources.map(({ key }) => key));
  for (const key of Object.keys(index.sources)) if (!named.has(key)) delete index.sources[key];
  for (const [name, { source }] of Object.entries(index.packs)) {
    if (isLatestFrom(source, name, { index, inForce }) && (await readVerified(name, index, inForce))) continue;
    delete index.packs[name];
    await shelf.jws(name).reset();
  }
}

/** Whether that source is still in the policy, and gave this pack last. */
function isLatestFrom(source: string, name: string, { index, inForce }: Pick<RefreshDeps, 'index' | 'inForce'>): boolean {
  return index.sources[source]?.lastPack === name && namedSources(inForce.packs).some(({ key }) => key === source);
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
