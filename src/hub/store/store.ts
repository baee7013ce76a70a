import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What the rooms of the hub ask: the same SQL on PGlite and on PostgreSQL. A transaction is one too. */
// biome-ignore lint/suspicious/noExplicitAny: Drizzle's own bound for "no relational schema"
export type Store = PgDatabase<PgQueryResultHKT, any, any>;

/** A store that was opened, with its migrations applied. */
export interface OpenStore {
  kind: 'folder' | 'postgres';
  store: Store;
  close(): Promise<void>;
}
