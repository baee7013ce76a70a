import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import { MIGRATION_LOCK_ID, migrationsFolder } from './migrate.ts';
import type { OpenStore } from './store.ts';

/** Opens a PostgreSQL database and brings it up to date; several hubs may do so at once. */
export async function openPostgres(url: string, log: Log): Promise<OpenStore> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000, application_name: 'cairn-hub' });
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', (error) => log.warn('store connection lost', errorFields(error)));
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'postgres', store: drizzle({ client: pool }), close: () => pool.end() };
}

/** The lock belongs to the connection, so it is gone with a hub that dies while it migrates. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK_ID]);
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    client.release(true);
  }
}
