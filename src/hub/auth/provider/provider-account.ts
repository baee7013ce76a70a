import { randomUUID } from 'node:crypto';
import { accounts } from '../../store/account-schema.ts';
import type { Store } from '../../store/store.ts';
import type { Account } from '../account.ts';

/**
 * The account of a person at a provider. Issuer and subject together identify it: a subject alone is unique only at its issuer, and
 * names and addresses change and are given to others. The name is the one that the provider gives now.
 */
export async function accountOfProvider(
  store: Store,
  { issuer, subject, name }: { issuer: string; subject: string; name: string },
  now: Date,
): Promise<Account> {
  const [account] = await store
    .insert(accounts)
    .values({ id: randomUUID(), issuer, subject, name, madeAt: now })
    .onConflictDoUpdate({ target: [accounts.issuer, accounts.subject], set: { name } })
    .returning({ id: accounts.id, name: accounts.name });
  return account!;
}
