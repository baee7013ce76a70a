import { and, eq } from 'drizzle-orm';
import type { Channel } from '../../../model/hub-api/releases.ts';
import { packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { hasEnded, versionForEverybody } from './offered-releases.ts';
import { readReleasedPack } from './read-releases.ts';

export type PackForEverybody = { ok: true; jws: string; etag: string } | { ok: false; why: 'unknown' | 'no-version' | 'off' };

/** The version of a pack that everybody in a channel is offered, as signed. */
export async function readPackForEverybody(
  store: Store,
  id: string,
  { channel, now }: { channel: Channel; now: Date },
): Promise<PackForEverybody> {
  const found = await readReleasedPack(store, id);
  if (!found) return { ok: false, why: 'unknown' };
  if (found.state.isOff) return { ok: false, why: 'off' };
  const release = versionForEverybody(found.releases, channel, now);
  if (!release || hasEnded(release, now)) return { ok: false, why: 'no-version' };
  const [signed] = await store
    .select({ jws: packs.jws, etag: packs.etag })
    .from(packs)
    .where(and(eq(packs.id, id), eq(packs.version, release.version)));
  return signed ? { ok: true, ...signed } : { ok: false, why: 'no-version' };
}
