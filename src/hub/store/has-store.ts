import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { StoreLocation } from './open-store.ts';

/** Has a hub set up its store there? True also if a database cannot be asked: opening it then says what is wrong. */
export async function hasStore({ DATABASE_URL, CAIRN_DATA }: StoreLocation): Promise<boolean> {
  if (!DATABASE_URL) return existsSync(join(CAIRN_DATA, 'store'));
  const client = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 5000 });
  // An error without a listener ends the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ found: boolean }>(`select to_regclass('sign_in_links') is not null as found`);
    return rows[0]?.found !== false;
  } catch {
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}
