import { and, desc, eq, lte } from 'drizzle-orm';
import { packs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/** The content of a published version. */
export interface PublishedContent {
  version: number;
  app: string;
  /** What was signed, as JSON. */
  document: unknown;
}

/** The content of the newest published version of a pack, or of the newest up to a version. */
export async function readPublished(store: Store, id: string, upTo?: number): Promise<PublishedContent | undefined> {
  const [found] = await store
    .select({ version: packs.version, app: packs.app, jws: packs.jws })
    .from(packs)
    .where(and(eq(packs.id, id), upTo === undefined ? undefined : lte(packs.version, upTo)))
    .orderBy(desc(packs.version))
    .limit(1);
  if (!found) return undefined;
  const payload = found.jws.split('.')[1] ?? '';
  return { version: found.version, app: found.app, document: JSON.parse(Buffer.from(payload, 'base64url').toString()) };
}
