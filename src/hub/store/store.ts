import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** The database: the same SQL on PGlite and PostgreSQL. A transaction has this type as well. */
// biome-ignore lint/suspicious/noExplicitAny: Drizzle's own bound for "no relational schema"
export type Store = PgDatabase<PgQueryResultHKT, any, any>;

/** An open store with all migrations applied. */
export interface OpenStore {
  kind: 'folder' | 'postgres';
  store: Store;
  close(): Promise<void>;
}
