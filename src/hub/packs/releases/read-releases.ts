import { and, desc, eq, inArray } from 'drizzle-orm';
import { packReleases, packStates } from '../../store/release-schema.ts';
import { packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';

/** A release, with the entity tag of the version as signed. */
export type ReleaseRow = typeof packReleases.$inferSelect & { etag: string };
type PackStateRow = typeof packStates.$inferSelect;

/** A pack with all its releases, highest version first. */
export interface ReleasedPack {
  app: string;
  state: PackStateRow;
  releases: ReleaseRow[];
}

/** Undefined if no version of the pack was published. */
export async function readReleasedPack(store: Store, id: string): Promise<ReleasedPack | undefined> {
  const rows = await store
    .select({ app: packs.app, etag: packs.etag, state: packStates, release: packReleases })
    .from(packReleases)
    .innerJoin(packs, and(eq(packs.id, packReleases.pack), eq(packs.version, packReleases.version)))
    .innerJoin(packStates, eq(packStates.pack, packReleases.pack))
    .where(eq(packReleases.pack, id))
    .orderBy(desc(packReleases.version));
  const [first] = rows;
  return first && { app: first.app, state: first.state, releases: rows.map(({ release, etag }) => ({ ...release, etag })) };
}

/** Versions of a pack as signed, by version. */
export async function readSignedVersions(store: Store, id: string, versions: readonly number[]): Promise<Map<number, string>> {
  const rows = await store
    .select({ version: packs.version, jws: packs.jws })
    .from(packs)
    .where(and(eq(packs.id, id), inArray(packs.version, [...versions])));
  return new Map(rows.map(({ version, jws }) => [version, jws]));
}
