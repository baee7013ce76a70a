import type { Fault } from '../model/fault.ts';
import type { Pack } from '../model/pack.ts';
import type { Fetched } from './fetch-pack.ts';
import type { GoodNow, InForce } from './held-packs.ts';
import { judgeVersion } from './judge-version.ts';
import { type NamedSource, namedSources } from './pack-source.ts';
import type { ShelfIndex, ShelfStore, SourceState } from './shelf-index.ts';
import { verifyPack } from './verify-pack.ts';

export interface Refresh {
  shelf: ShelfStore;
  index: ShelfIndex;
  inForce: InForce;
  goodNow: GoodNow;
  fetchPack: (wanted: { url: string; etag?: string | undefined }) => Promise<Fetched>;
}

type Offer =
  | { state: 'offered'; jws: string; etag?: string | undefined }
  | { state: 'unchanged' }
  | { state: 'failed'; why: Fault };

/** Get every source anew, take what is good, and withdraw what no source stands for any more. Changes `index` and what lies in `shelf`. */
export async function refreshShelf(means: Refresh): Promise<void> {
  const sources = namedSources(means.inForce.packs);
  const offers = await Promise.all(sources.map((one) => offer(one, means)));
  // In the policy's order, so that two sources of one pack always end the same way.
  for (const [at, { key }] of sources.entries()) means.index.sources[key] = await take(key, offers[at]!, means);
  await withdraw(sources, means);
}

async function offer({ key, source }: NamedSource, means: Refresh): Promise<Offer> {
  const { index, inForce, goodNow, fetchPack } = means;
  if (source.url === undefined) return { state: 'offered', jws: source.jws ?? '' };
  const { etag, gave } = index.sources[key] ?? {};
  // Only for what is held from there and good: else "not modified" would leave us with nothing.
  const holds = gave !== undefined && index.held[gave]?.source === key && (await goodNow(gave, index, inForce));
  const fetched = await fetchPack({ url: source.url, etag: holds ? etag : undefined });
  if (!fetched.ok) return { state: 'failed', why: fetched.why };
  return fetched.changed ? { state: 'offered', jws: fetched.jws, etag: fetched.etag } : { state: 'unchanged' };
}

async function take(key: string, offered: Offer, means: Refresh): Promise<SourceState> {
  const before = means.index.sources[key] ?? { refused: [] };
  if (offered.state === 'unchanged') return { ...before, refused: [] };
  if (offered.state === 'failed') return { ...before, refused: [offered.why] };
  const placed = await place(key, offered.jws, means);
  if (!placed.ok) return { ...before, refused: placed.why };
  return { gave: placed.name, refused: [], ...(offered.etag && { etag: offered.etag }) };
}

type Placed = { ok: true; name: string } | { ok: false; why: Fault[] };

async function place(key: string, jws: string, { shelf, index, inForce, goodNow }: Refresh): Promise<Placed> {
  const judged = await verifyPack(jws, inForce.keys);
  if (!judged.ok) return judged;
  const { pack, digest } = judged;
  const strange = strangeApp(pack, inForce);
  if (strange) return { ok: false, why: [strange] };
  const name = `${pack.app}/${pack.id}`;
  // A pack whose key has left the policy sets no floor: whoever had the key could have shut the door with a high version.
  const held = (await goodNow(name, index, inForce)) ? index.held[name] : undefined;
  const setBack = judgeVersion({ version: pack.version, digest }, held);
  if (setBack) return { ok: false, why: setBack.why };
  if (held?.digest === digest && stands(held.source, name, { index, inForce })) return { ok: true, name };
  await shelf.keep(name, jws);
  index.held[name] = { source: key, version: pack.version, digest };
  return { ok: true, name };
}

async function withdraw(sources: readonly NamedSource[], { shelf, index, inForce, goodNow }: Refresh): Promise<void> {
  const named = new Set(sources.map(({ key }) => key));
  for (const key of Object.keys(index.sources)) if (!named.has(key)) delete index.sources[key];
  for (const [name, { source }] of Object.entries(index.held)) {
    if (stands(source, name, { index, inForce }) && (await goodNow(name, index, inForce))) continue;
    delete index.held[name];
    await shelf.drop(name);
  }
}

/** Is that source still in the policy, and is this pack what it gave last? */
function stands(source: string, name: string, { index, inForce }: Pick<Refresh, 'index' | 'inForce'>): boolean {
  return index.sources[source]?.gave === name && namedSources(inForce.packs).some(({ key }) => key === source);
}

function strangeApp({ app }: Pack, { apps }: InForce): Fault | undefined {
  if (apps.some(({ id }) => id === app)) return undefined;
  const named = apps.map(({ id }) => `"${id}"`).join(', ') || 'none';
  return {
    path: 'app',
    reason: `is "${app}", and the policy has no app of that id`,
    remedy: `Give the app that id in the policy, or the pack one of its ids: ${named}.`,
  };
}
