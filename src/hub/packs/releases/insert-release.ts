import { sql } from 'drizzle-orm';
import type { Reach } from '../../../model/hub-api/releases.ts';
import { packReleases, packStates } from '../../store/release-schema.ts';
import type { Store } from '../../store/store.ts';

export interface NewRelease {
  pack: string;
  version: number;
  reach: Reach;
  /** Account; null for the publishing token. */
  publishedBy: string | null;
  /** Account of the reviewer; null for content that was signed elsewhere. */
  approvedBy: string | null;
  copyOf?: number;
  now: Date;
}

/** To everybody at once: what packs that were signed elsewhere get, and a roll-back. */
export const everybodyIn = (channel: Reach['channel']): Reach => ({
  channel,
  share: 100,
  departments: [],
  from: null,
  until: null,
});

/** Stores the release of a version that was just stored. */
export async function insertRelease(tx: Store, { pack, version, reach, now, ...by }: NewRelease): Promise<void> {
  await tx.insert(packReleases).values({
    ...{ pack, version, revision: 1, publishedAt: now },
    ...reachColumns(reach),
    ...{ publishedBy: by.publishedBy, approvedBy: by.approvedBy, copyOf: by.copyOf ?? null },
  });
  await notePackChange(tx, { pack, changedBy: by.publishedBy, now });
}

export const reachColumns = ({ channel, share, departments, from, until }: Reach) => ({
  ...{ channel, share, departments: [...new Set(departments)].sort() },
  ...{ startsAt: from === null ? null : new Date(from), endsAt: until === null ? null : new Date(until) },
});

export interface PackChange {
  pack: string;
  changedBy: string | null;
  now: Date;
}

/** Raises the revision of a pack: every write does, so that nobody overwrites what they have not seen. */
export async function notePackChange(tx: Store, { pack, changedBy, now }: PackChange): Promise<void> {
  await tx
    .insert(packStates)
    .values({ pack, isOff: false, revision: 1, changedAt: now, changedBy })
    .onConflictDoUpdate({
      target: packStates.pack,
      set: { revision: sql`${packStates.revision} + 1`, changedAt: now, changedBy },
    });
}
