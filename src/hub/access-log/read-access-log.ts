import { desc, eq, sql } from 'drizzle-orm';
import type { LoggedAccess } from '../../model/hub-api/access-log.ts';
import { accessLog, accounts } from '../store/account-schema.ts';
import type { Store } from '../store/store.ts';

/** The place of a row in the log: its hour, account, resource and query. */
export type AccessCursor = readonly [hour: string, account: string, resource: string, query: string];

export interface AccessPage {
  accesses: LoggedAccess[];
  next: AccessCursor | null;
}

/** A page of the access log, newest hour first. */
export async function readAccessLog(
  store: Store,
  { before, limit }: { before?: AccessCursor | undefined; limit: number },
): Promise<AccessPage> {
  const { account, hour, resource, query, requests, texts, firstAt, lastAt } = accessLog;
  const rows = await store
    .select({ account, hour, resource, query, requests, texts, firstAt, lastAt, name: accounts.name, provider: accounts.issuer })
    .from(accessLog)
    .innerJoin(accounts, eq(accounts.id, account))
    .where(
      before &&
        sql`(${hour}, ${account}, ${resource}, ${query}) < (${before[0]}::timestamptz, ${before[1]}::uuid, ${before[2]}::text, ${before[3]}::text)`,
    )
    .orderBy(desc(hour), desc(account), desc(resource), desc(query))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    accesses: page.map(({ account: _, hour: __, ...row }) => ({
      ...row,
      firstAt: row.firstAt.toISOString(),
      lastAt: row.lastAt.toISOString(),
    })),
    next: last && rows.length > limit ? [last.hour.toISOString(), last.account, last.resource, last.query] : null,
  };
}
