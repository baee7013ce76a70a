import { asc, eq, inArray } from 'drizzle-orm';
import { accounts, signIns } from '../store/account-schema.ts';
import type { Store } from '../store/store.ts';

/** Accounts that work with what people wrote: those that signed in as such in the last months. */
export async function readDeskPeople(store: Store): Promise<{ id: string; name: string }[]> {
  return store
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .innerJoin(signIns, eq(signIns.account, accounts.id))
    .where(inArray(signIns.role, ['facilitator', 'admin']))
    .orderBy(asc(accounts.name), asc(accounts.id));
}

/** Names of accounts by id. */
export async function readAccountNames(store: Store, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await store.select({ id: accounts.id, name: accounts.name }).from(accounts).where(inArray(accounts.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
