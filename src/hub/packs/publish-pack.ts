import { and, eq, isNull } from 'drizzle-orm';
import { packReleases } from '../store/release-schema.ts';
import { packs } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { everybodyIn, insertRelease, notePackChange } from './releases/insert-release.ts';
import { lockPack, type PublishablePack, readStoredVersions, signatureColumns, storeVersion } from './store-version.ts';

export type PublishResult =
  | { ok: true; duplicate: boolean }
  | { ok: false; newestVersion: number }
  | { ok: false; otherApp: string };

export interface Publication {
  /** Account; null for the publishing token. */
  publishedBy: string | null;
  now: Date;
}

/**
 * Publishes a pack that was signed elsewhere, to everybody at once. Versions only increase, and an id stays with the app of its first
 * version, or a pack for one app could block that of another with a high version. A published version may be published again with the same
 * content, perhaps signed with another key; the newest signature is served. What this hub signed itself keeps its signature: nobody
 * verifies the one that is sent.
 */
export async function publishPack(
  store: Store,
  { pack, payload, jws }: PublishablePack,
  { publishedBy, now }: Publication,
): Promise<PublishResult> {
  return store.transaction(async (tx) => {
    await lockPack(tx, pack.id);
    const published = await readStoredVersions(tx, pack.id);
    const otherApp = published.find(({ app }) => app !== pack.app)?.app;
    if (otherApp !== undefined) return { ok: false, otherApp };
    if (published.some((one) => one.version === pack.version && one.payloadHash === sha256(payload))) {
      await replaceSignature(tx, { id: pack.id, version: pack.version, jws });
      await notePackChange(tx, { pack: pack.id, changedBy: publishedBy, now });
      return { ok: true, duplicate: true };
    }
    const newest = published[0]?.version ?? 0;
    if (newest >= pack.version) return { ok: false, newestVersion: newest };
    await storeVersion(tx, { pack, payload, jws }, now);
    const release = { pack: pack.id, version: pack.version, reach: everybodyIn('live'), publishedBy, approvedBy: null, now };
    await insertRelease(tx, release);
    return { ok: true, duplicate: false };
  });
}

async function replaceSignature(tx: Store, { id, version, jws }: { id: string; version: number; jws: string }): Promise<void> {
  const [signedElsewhere] = await tx
    .select({ version: packReleases.version })
    .from(packReleases)
    .where(and(eq(packReleases.pack, id), eq(packReleases.version, version), isNull(packReleases.approvedBy)));
  if (!signedElsewhere) return;
  await tx
    .update(packs)
    .set(signatureColumns(jws))
    .where(and(eq(packs.id, id), eq(packs.version, version)));
}
