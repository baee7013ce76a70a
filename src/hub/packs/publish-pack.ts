import { and, desc, eq, sql } from 'drizzle-orm';
import type { Pack } from '../../model/pack/pack.ts';
import { packs } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { extractTitles } from './extract-titles.ts';
import { listQuestions } from './list-questions.ts';

export interface PublishablePack {
  pack: Pack;
  /** The signed payload in base64url. Equal payloads mean equal content. */
  payload: string;
  jws: string;
}

export type PublishResult =
  | { ok: true; duplicate: boolean }
  | { ok: false; newestVersion: number }
  | { ok: false; otherApp: string };

/** An arbitrary number, the same in every hub on one store. */
const PUBLISH_LOCK_ID = 4_240_003;

/**
 * Publishes a pack. Versions only increase, and an id stays with the app of its first version, or a pack for one app could block that of
 * another with a high version. A published version may be published again with the same content, perhaps signed with another
 * key; the newest signature is served.
 */
export async function publishPack(store: Store, { pack, payload, jws }: PublishablePack, now: Date): Promise<PublishResult> {
  return store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${PUBLISH_LOCK_ID}, hashtext(${pack.id}))`);
    const published = await tx
      .select({ version: packs.version, payloadHash: packs.payloadHash, app: packs.app })
      .from(packs)
      .where(eq(packs.id, pack.id))
      .orderBy(desc(packs.version));
    const otherApp = published.find(({ app }) => app !== pack.app)?.app;
    if (otherApp !== undefined) return { ok: false, otherApp };
    const signed = { jws, etag: `"${sha256(jws)}"` };
    if (published.some((one) => one.version === pack.version && one.payloadHash === sha256(payload))) {
      const thisOne = and(eq(packs.id, pack.id), eq(packs.version, pack.version));
      await tx.update(packs).set(signed).where(thisOne);
      return { ok: true, duplicate: true };
    }
    const newest = published[0]?.version ?? 0;
    if (newest >= pack.version) return { ok: false, newestVersion: newest };
    const { id, version, app, language } = pack;
    const row = { id, version, app, language, payloadHash: sha256(payload), titles: extractTitles(pack), publishedAt: now };
    await tx.insert(packs).values({ ...row, ...signed });
    await listQuestions(tx, pack, now);
    return { ok: true, duplicate: false };
  });
}

/** The newest version of a pack, as signed. */
export async function readNewestPack(store: Store, id: string): Promise<{ jws: string; etag: string } | undefined> {
  const newest = store.select({ jws: packs.jws, etag: packs.etag }).from(packs).where(eq(packs.id, id));
  const [found] = await newest.orderBy(desc(packs.version)).limit(1);
  return found;
}
