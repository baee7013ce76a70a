import { desc, sql } from 'drizzle-orm';
import type { SigningKeyList } from '../../../model/hub-api/signing-keys.ts';
import { signingKeys } from '../../store/release-schema.ts';
import type { Store } from '../../store/store.ts';

/** A signing key without its private part. */
export type KeyRow = Omit<typeof signingKeys.$inferSelect, 'sealedPrivateKey'>;

/** An arbitrary number, the same in every hub on one store. */
const KEYS_LOCK_ID = 4_240_023;

/** Makes all changes of keys wait until the transaction ends; what is signed meanwhile waits as well. */
export async function lockKeys(tx: Store): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEYS_LOCK_ID})`);
}

/** Keeps the active key active until the transaction ends. */
export async function holdKeys(tx: Store): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${KEYS_LOCK_ID})`);
}

/** All keys, newest first. */
export function readKeys(store: Store): Promise<KeyRow[]> {
  const { kid, x, state, heldBy, madeAt } = signingKeys;
  return store.select({ kid, x, state, heldBy, madeAt }).from(signingKeys).orderBy(desc(madeAt), kid);
}

/** The key that signs. */
export const readActiveKey = async (store: Store): Promise<KeyRow | undefined> =>
  (await readKeys(store)).find(({ state }) => state === 'active');

export const describeKeys = (keys: readonly KeyRow[]): SigningKeyList => ({
  keys: keys.map((key) => ({ ...key, madeAt: key.madeAt.toISOString() })),
});
