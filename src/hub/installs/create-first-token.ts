import { sql } from 'drizzle-orm';
import { newSecret, sha256 } from '../auth/secret.ts';
import { enrolTokens } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/** Any number, so long as every hub before one store uses the same. */
const TOKEN_LOCK_ID = 4_240_002;

/** Makes the store's enrolment token if it has none yet: the token, told here and never again. One of several hubs makes it. */
export async function createFirstToken(store: Store, now: Date): Promise<string | undefined> {
  return store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${TOKEN_LOCK_ID})`);
    const held = await tx.select({ hash: enrolTokens.hash }).from(enrolTokens).limit(1);
    if (held.length > 0) return undefined;
    const token = newSecret();
    await tx.insert(enrolTokens).values({ hash: sha256(token), madeAt: now });
    return token;
  });
}
