import { and, eq } from 'drizzle-orm';
import { packs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/** The JSON text that was signed as a version of a pack, byte for byte. Throws if there is no such version. */
export async function readSignedContent(store: Store, { id, version }: { id: string; version: number }): Promise<string> {
  const [found] = await store
    .select({ jws: packs.jws })
    .from(packs)
    .where(and(eq(packs.id, id), eq(packs.version, version)));
  if (!found) throw new Error('A version that has a release is not stored');
  return Buffer.from(found.jws.split('.')[1] ?? '', 'base64url').toString('utf8');
}
