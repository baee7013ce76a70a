import { sql } from 'drizzle-orm';
import { hashOf, newSecret } from '../secret.ts';
import { enrolTokens } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/** Any number, so long as every hub before one store uses the same. */
const tokenLock = 4_240_002;

/** Makes the store's enrolment token if it has none yet: the token, told here and never again. One of several hubs makes it. */
export async function firstToken(store: Store, now: Date): Promise<string | undefined> {
  return store.transaction(async (within) => {
    await within.execute(sql`select pg_advisory_xact_lock(${tokenLock})`);
    const held = await within.select({ hash: enrolTokens.hash }).from(enrolTokens).limit(1);
    if (held.length > 0) return undefined;
    const token = newSecret();
    await within.insert(enrolTokens).values({ hash: hashOf(token), madeAt: now });
    return token;
  });
}
