import type { Fault } from '../model/fault/fault.ts';
import type { ReleaseDocument } from '../model/hub-api/release-document.ts';
import { type ChoosingDevice, chooseVersion, isEnded, type OfferedRelease } from './choose-version.ts';
import type { NamedSource } from './pack-source.ts';
import type { ShelvedPack, ShelvedRelease, SourceState } from './shelf-index.ts';
import { heldFrom, type Refresh, raiseFloor } from './shelf-refresh.ts';
import { shelvePack } from './shelve-pack.ts';

interface FetchedRelease {
  source: NamedSource;
  document: ReleaseDocument;
  etag: string | undefined;
  /** What is stored of the source. */
  before: SourceState;
}

/**
 * Stores the version of a release document that is for this device, and whether the hub has switched the pack off. A version that is
 * refused leaves the next lower one to choose, and never one below what is held.
 */
export async function takeRelease({ source, document, etag, before }: FetchedRelease, refresh: Refresh): Promise<SourceState> {
  const { pack, versions } = document;
  const wrong = wrongPack(source, pack);
  if (wrong) return { ...before, faults: [wrong], refusedEtag: etag };
  const release = withoutContent(document);
  const held = await heldFrom(source.key, refresh);
  const heldPack = held && isPack(held.name, pack) ? held.pack : undefined;
  const device = choosingDevice(pack, heldPack, refresh);
  const faults: Fault[] = [];
  const judged = (state: SourceState): SourceState => ({
    ...state,
    release,
    faults,
    ...(faults.length > 0 ? { etag: undefined, refusedEtag: etag } : { etag, refusedEtag: undefined }),
  });
  for (let left = release.offered; ; ) {
    const choice = chooseVersion(left, device);
    if (choice.is !== 'take') break;
    const { jws = '', until } = versions.find(({ version }) => version === choice.version)!;
    const announced = { pack, version: choice.version, until };
    const result = await shelvePack({ source, jws, floors: before.floors, announced }, refresh);
    if (result.ok)
      return judged({ ...before, lastPack: result.floor.name, floors: raiseFloor(before.floors, result.floor, refresh.inForce) });
    faults.push(...result.why);
    left = left.filter(({ version }) => version !== choice.version);
  }
  if (held && heldPack) noteEnd(held.name, heldPack, refresh, release);
  faults.push(...onlyLower(release.offered, heldPack, refresh.now));
  return judged(before);
}

/** Whether what was offered last is up to date on the device: then only a document that has changed has to be sent. */
export async function isReleaseTaken(key: string, release: ShelvedRelease, refresh: Refresh): Promise<boolean> {
  const held = await heldFrom(key, refresh);
  const pack = held && isPack(held.name, release.pack) ? held.pack : undefined;
  const choice = chooseVersion(release.offered, choosingDevice(release.pack, pack, refresh));
  return choice.is !== 'take' || choice.version === pack?.version;
}

const isPack = (name: string, id: string): boolean => name.endsWith(`/${id}`);

const choosingDevice = (pack: string, held: ShelvedPack | undefined, { device, now }: Refresh): ChoosingDevice => ({
  held: held?.version,
  department: device.department,
  bucketOf: (version) => device.bucketOf(pack, version),
  now,
});

function withoutContent({ pack, isOff, versions }: ReleaseDocument): ShelvedRelease {
  const offered = versions.map(({ version, share, departments, until, jws }) => ({
    ...{ version, share, hasContent: jws !== undefined },
    ...(departments && { departments }),
    ...(until !== undefined && { until }),
  }));
  return { pack, isOff, offered };
}

/** The end of the version that is held, as the hub says it now. What it no longer mentions keeps the end that it had. */
function noteEnd(name: string, { until: _, ...held }: ShelvedPack, { index }: Refresh, { offered }: ShelvedRelease): void {
  const mentioned = offered.find(({ version }) => version === held.version);
  if (mentioned) index.packs[name] = { ...held, ...(mentioned.until !== undefined && { until: mentioned.until }) };
}

function wrongPack({ source }: NamedSource, pack: string): Fault | undefined {
  if (source.id === undefined || source.id === pack) return undefined;
  return {
    path: 'pack',
    reason: `is "${pack}", and the policy expects "${source.id}" from here`,
    remedy: 'Correct "url" or "id" of this entry of "packs" in the policy.',
  };
}

/** A hub that offers only what is older than what it gave before: it was set back, or somebody wants the device to go back. */
function onlyLower(offered: readonly OfferedRelease[], held: ShelvedPack | undefined, now: number): Fault[] {
  const highest = Math.max(...offered.map(({ version }) => version));
  if (!held || offered.length === 0 || highest >= held.version || isEnded(held.until, now)) return [];
  return [
    {
      path: 'versions',
      reason: `go up to ${highest}, and ${held.version} is already held`,
      remedy: `To go back, publish the older content as version ${held.version + 1} or higher.`,
    },
  ];
}
