import { and, eq, isNull } from 'drizzle-orm';
import { packReleases } from '../../store/release-schema.ts';
import { packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { releaseState } from '../releases/release-state.ts';

/** A version that this hub signed and that devices are offered, or will be. */
export interface SignedVersion {
  id: string;
  version: number;
  etag: string;
}

/**
 * What another key has to sign before it replaces the active one. What was signed elsewhere is never signed here: nobody reviewed it.
 */
export async function readSignedVersions(store: Store, now: Date): Promise<SignedVersion[]> {
  const rows = await store
    .select({ release: packReleases, etag: packs.etag })
    .from(packReleases)
    .innerJoin(packs, and(eq(packs.id, packReleases.pack), eq(packs.version, packReleases.version)))
    .where(isNull(packReleases.stoppedAt))
    .orderBy(packReleases.pack, packReleases.version);
  const byPack = Map.groupBy(
    rows.map(({ release }) => release),
    ({ pack }) => pack,
  );
  return rows.flatMap(({ release, etag }) => {
    const isInUse = releaseState(release, byPack.get(release.pack)!, now) !== 'superseded';
    return release.approvedBy && isInUse ? [{ id: release.pack, version: release.version, etag }] : [];
  });
}
