import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { createWeeksAhead } from './entry-weeks.ts';
import { queryRows } from './query-rows.ts';
import type { Store } from './store.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** An arbitrary number, the same in every hub on one store. */
export const MIGRATION_LOCK_ID = 4_240_000;

/** Time of this hub's newest migration, read from the folder. */
export const newestMigration = (): number =>
  Math.max(...readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));

/** Time of the newest migration that is applied; 0 if there is none. Throws if the store does not answer, or was never set up. */
export async function newestApplied(store: Store): Promise<number> {
  const [row] = await queryRows<{ newest: string | null }>(
    store,
    sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`,
  );
  return Number(row?.newest ?? 0);
}

/** Are all migrations of this hub applied? Throws if the store does not answer. */
export async function isMigrated(store: Store, newest = newestMigration()): Promise<boolean> {
  return (await newestApplied(store)) >= newest;
}

/** Creates the partitioned table of entries unless it exists, and the partitions of the next weeks. */
export async function createEntriesTable(store: Store): Promise<void> {
  const text = readFileSync(fileURLToPath(new URL('entries-table.sql', import.meta.url)), 'utf8');
  for (const statement of text.split('--> statement-breakpoint')) await store.execute(sql.raw(statement));
  await createWeeksAhead(store, new Date());
}
