import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle, type PgliteDatabase } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { openDurably } from './durable-folder.ts';
import { createEntriesTable, migrationsFolder } from './migrate.ts';
import type { OpenStore } from './store.ts';

/** Opens the embedded store in a folder. The caller holds the folder's lock. */
export function openFolder(folder: string): Promise<OpenStore> {
  return openPglite(openDurably(join(folder, 'store')));
}

/** A store that lives in memory only. */
export function openMemory(): Promise<OpenStore> {
  return openPglite(new PGlite());
}

/** Opens it as it is: no migration is applied. */
export async function openUnmigratedFolder(folder: string): Promise<OpenStore> {
  return storeOn(openDurably(join(folder, 'store')));
}

async function openPglite(client: PGlite): Promise<OpenStore> {
  const opened = await storeOn(client);
  await migrate(opened.store, { migrationsFolder });
  await createEntriesTable(opened.store);
  return opened;
}

async function storeOn(client: PGlite): Promise<OpenStore & { store: PgliteDatabase }> {
  await client.waitReady;
  const store = drizzle({ client });
  return { kind: 'folder', store, jobs: store, probe: store, close: () => client.close() };
}
