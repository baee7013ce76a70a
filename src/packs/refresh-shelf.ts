import type { Fault } from '../model/fault/fault.ts';
import { type NamedSource, namedSources } from './pack-source.ts';
import { readRelease } from './read-release.ts';
import type { SourceState } from './shelf-index.ts';
import { heldFrom, holderOf, type Refresh, type RefreshDeps, raiseFloor } from './shelf-refresh.ts';
import { shelvePack } from './shelve-pack.ts';
import { isReleaseTaken, takeRelease } from './take-release.ts';

type Offer =
  | { state: 'pack'; jws: string; etag?: string | undefined }
  | { state: 'release'; text: string; etag?: string | undefined }
  /** `refused`: in what has not changed, something was refused. */
  | { state: 'unchanged'; refused: boolean }
  | { state: 'failed'; why: Fault }
  | { state: 'not-asked' };

/** Fetches every source, stores valid packs, and removes packs that no source provides any more. Changes `index` and `shelf`. */
export async function refreshShelf(deps: RefreshDeps): Promise<void> {
  const refresh: Refresh = { ...deps, sources: namedSources(deps.inForce.packs), settled: new Set() };
  const offers = await Promise.all(refresh.sources.map((one) => offer(one, refresh)));
  // In the policy's order, so that two sources of one pack always give the same result.
  for (const [at, source] of refresh.sources.entries()) deps.index.sources[source.key] = await take(source, offers[at]!, refresh);
  await withdraw(refresh);
}

async function offer({ key, source }: NamedSource, refresh: Refresh): Promise<Offer> {
  const { isQuick, index } = refresh;
  const { release, refusedEtag } = index.sources[key] ?? {};
  if (isQuick && !release) return { state: 'not-asked' };
  if (source.url === undefined) return { state: 'pack', jws: source.jws ?? '' };
  const asRefused = isQuick ? refusedEtag : undefined;
  const fetched = await refresh.fetchPack({ url: source.url, etag: asRefused ?? (await etagOf(key, refresh)) });
  if (!fetched.ok) return { state: 'failed', why: fetched.why };
  if (!fetched.changed) return { state: 'unchanged', refused: asRefused !== undefined };
  const { etag } = fetched;
  return 'jws' in fetched ? { state: 'pack', jws: fetched.jws, etag } : { state: 'release', text: fetched.release, etag };
}

/** Only where what it stands for was taken and is still there: otherwise "not modified" would leave us without a pack. */
async function etagOf(key: string, refresh: Refresh): Promise<string | undefined> {
  const { etag, release } = refresh.index.sources[key] ?? {};
  const isTaken = release ? await isReleaseTaken(key, release, refresh) : (await heldFrom(key, refresh)) !== undefined;
  return isTaken ? etag : undefined;
}

async function take(source: NamedSource, offered: Offer, refresh: Refresh): Promise<SourceState> {
  const before = refresh.index.sources[source.key] ?? { floors: [], faults: [] };
  switch (offered.state) {
    case 'not-asked':
      return before;
    case 'unchanged':
      return offered.refused ? before : { ...before, faults: [] };
    case 'failed':
      return { ...before, faults: [offered.why], refusedEtag: undefined };
    case 'pack':
      return takePack(source, offered, before, refresh);
    case 'release': {
      const { text, etag } = offered;
      const read = readRelease(text);
      if (!read.ok) return { ...before, faults: read.why, refusedEtag: etag };
      return takeRelease({ source, document: read.document, etag, before }, refresh);
    }
  }
}

async function takePack(
  source: NamedSource,
  { jws, etag }: { jws: string; etag?: string | undefined },
  before: SourceState,
  refresh: Refresh,
): Promise<SourceState> {
  const result = await shelvePack({ source, jws, floors: before.floors }, refresh);
  if (!result.ok) return { ...before, faults: result.why };
  const floors = raiseFloor(before.floors, result.floor, refresh.inForce);
  return { lastPack: result.floor.name, floors, faults: [], ...(etag && { etag }) };
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
