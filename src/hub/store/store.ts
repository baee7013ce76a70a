import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** The database: the same SQL on PGlite and PostgreSQL. A transaction has this type as well. */
// biome-ignore lint/suspicious/noExplicitAny: Drizzle's own bound for "no relational schema"
export type Store = PgDatabase<PgQueryResultHKT, any, any>;

/** An open store with all migrations applied. */
export interface OpenStore {
  kind: 'folder' | 'postgres';
  /** For requests; its statements are limited in time. */
  store: Store;
  /** For background jobs, which may take longer. */
  jobs: Store;
  /** For readiness: a connection that no request can occupy. */
  probe: Store;
  close(): Promise<void>;
}
