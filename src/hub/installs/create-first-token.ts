import { sql } from 'drizzle-orm';
import { newSecret } from '../auth/secret.ts';
import { enrolTokens } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';

/** An arbitrary number, the same in every hub on one store. */
const TOKEN_LOCK_ID = 4_240_002;

/** Has the hub created an enrolment token? */
export async function hasToken(store: Store): Promise<boolean> {
  const stored = await store.select({ hash: enrolTokens.hash }).from(enrolTokens).limit(1);
  return stored.length > 0;
}

/**
 * Creates the enrolment token if the store has none. The token is returned now and can never be read again. Of several hubs that start
 * at once, one creates it.
 */
export async function createFirstToken(store: Store, now: Date): Promise<string | undefined> {
  return store.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${TOKEN_LOCK_ID})`);
    if (await hasToken(tx)) return undefined;
    const token = newSecret();
    await tx.insert(enrolTokens).values({ hash: sha256(token), madeAt: now });
    return token;
  });
}
