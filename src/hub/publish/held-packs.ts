import { and, desc, eq, sql } from 'drizzle-orm';
import type { Pack } from '../../model/pack.ts';
import { hashOf } from '../secret.ts';
import { packs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { titlesOf } from './titles.ts';

export interface SignedPack {
  pack: Pack;
  /** Its payload as signed, in base64url: what its content is known by. */
  payload: string;
  jws: string;
}

export type Published = { ok: true; again: boolean } | { ok: false; held: number };

/** Any number, so long as every hub before one store uses the same. */
const publishLock = 4_240_003;

/**
 * Holds a pack from now on, and tells if that version was here already. Versions only go up; one that is held may come again with
 * the same content, perhaps signed with another key, and the newest signature stays.
 */
export async function publishPack(store: Store, { pack, payload, jws }: SignedPack, now: Date): Promise<Published> {
  return store.transaction(async (within) => {
    await within.execute(sql`select pg_advisory_xact_lock(${publishLock}, hashtext(${pack.id}))`);
    const held = await within
      .select({ version: packs.version, payloadHash: packs.payloadHash })
      .from(packs)
      .where(eq(packs.id, pack.id))
      .orderBy(desc(packs.version));
    const signed = { jws, etag: `"${hashOf(jws)}"` };
    if (held.some((one) => one.version === pack.version && one.payloadHash === hashOf(payload))) {
      const thisOne = and(eq(packs.id, pack.id), eq(packs.version, pack.version));
      await within.update(packs).set(signed).where(thisOne);
      return { ok: true, again: true };
    }
    const newest = held[0]?.version ?? 0;
    if (newest >= pack.version) return { ok: false, held: newest };
    const { id, version, app, language } = pack;
    const made = { id, version, app, language, payloadHash: hashOf(payload), titles: titlesOf(pack), publishedAt: now };
    await within.insert(packs).values({ ...made, ...signed });
    return { ok: true, again: false };
  });
}

/** The newest version of a pack, as signed. */
export async function newestPack(store: Store, id: string): Promise<{ jws: string; etag: string } | undefined> {
  const newest = store.select({ jws: packs.jws, etag: packs.etag }).from(packs).where(eq(packs.id, id));
  const [found] = await newest.orderBy(desc(packs.version)).limit(1);
  return found;
}
