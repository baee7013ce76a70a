import { desc, eq, sql } from 'drizzle-orm';
import type { Pack } from '../../model/pack/pack.ts';
import { packs } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { extractTitles } from './extract-titles.ts';
import { listQuestions } from './list-questions.ts';

/** A pack as signed, with what it holds. */
export interface PublishablePack {
  pack: Pack;
  /** The signed payload in base64url. Equal payloads mean equal content. */
  payload: string;
  jws: string;
}

/** An arbitrary number, the same in every hub on one store. */
const PUBLISH_LOCK_ID = 4_240_003;

/** Makes all other writes on a pack and its releases wait until the transaction ends. */
export async function lockPack(tx: Store, pack: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PUBLISH_LOCK_ID}, hashtext(${pack}))`);
}

export interface StoredVersion {
  version: number;
  payloadHash: string;
  app: string;
}

/** All versions of a pack that were published, highest first. */
export const readStoredVersions = (tx: Store, pack: string): Promise<StoredVersion[]> =>
  tx
    .select({ version: packs.version, payloadHash: packs.payloadHash, app: packs.app })
    .from(packs)
    .where(eq(packs.id, pack))
    .orderBy(desc(packs.version));

/** What changes when the same content is signed again. */
export const signatureColumns = (jws: string) => ({ jws, etag: `"${sha256(jws)}"` });

/** Stores a new version, with its titles for the desk and the questions that it asks. The pack is locked. */
export async function storeVersion(tx: Store, { pack, payload, jws }: PublishablePack, now: Date): Promise<void> {
  const { id, version, app, language } = pack;
  const row = { id, version, app, language, payloadHash: sha256(payload), titles: extractTitles(pack), publishedAt: now };
  await tx.insert(packs).values({ ...row, ...signatureColumns(jws) });
  await listQuestions(tx, pack, now);
}
