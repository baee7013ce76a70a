import type { OfferedVersion, ReleaseDocument } from '../../../model/hub-api/release-document.ts';
import type { Channel } from '../../../model/hub-api/releases.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Store } from '../../store/store.ts';
import { hasEnded, offeredReleases, type ReleaseTerms } from './offered-releases.ts';
import { type ReleasedPack, readReleasedPack, readSignedVersions } from './read-releases.ts';

/** What devices are offered of a pack at one moment, before the signed versions are read. */
export interface Offer {
  etag: string;
  /** The document as devices get it. */
  readDocument(): Promise<ReleaseDocument>;
}

/** The same for every device of a channel. Undefined if no version of the pack was published. */
export async function readOffer(
  store: Store,
  id: string,
  { channel, now }: { channel: Channel; now: Date },
): Promise<Offer | undefined> {
  const found = await readReleasedPack(store, id);
  if (!found) return undefined;
  const unsigned = describeOffer(id, found, { channel, now });
  const available = ({ version, share }: OfferedVersion) => (share > 0 ? [version] : []);
  const availableVersions = unsigned.versions.flatMap(available);
  const signatures = found.releases.filter(({ version }) => availableVersions.includes(version)).map((one) => one.etag);
  const etag = `"${sha256(JSON.stringify([unsigned, signatures]))}"`;
  const readDocument = async () => {
    const signed = await readSignedVersions(store, id, availableVersions);
    const withJws = (one: OfferedVersion) => ({ ...one, ...(one.share > 0 && { jws: signed.get(one.version) }) });
    return { ...unsigned, versions: unsigned.versions.map(withJws) };
  };
  return { etag, readDocument };
}

function describeOffer(
  id: string,
  { state, releases }: ReleasedPack,
  { channel, now }: { channel: Channel; now: Date },
): ReleaseDocument {
  const versions = offeredReleases(releases, channel, now).map((one) => describeVersion(one, now));
  return { format: 'cairn-release/1', pack: id, versions, isOff: state.isOff };
}

/** A version that no further device may take is named without its content: who has it keeps it, and learns when its time is over. */
function describeVersion(release: ReleaseTerms, now: Date): OfferedVersion {
  const { version, departments, endsAt } = release;
  const isAvailable = !release.stoppedAt && !hasEnded(release, now);
  return {
    version,
    share: isAvailable ? release.share : 0,
    ...(departments.length > 0 && { departments: [...departments] }),
    ...(endsAt && { until: endsAt.toISOString() }),
  };
}
