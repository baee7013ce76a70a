import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import { MIGRATION_LOCK_ID, migrationsFolder } from './migrate.ts';
import type { OpenStore } from './store.ts';

/** Opens a PostgreSQL database and applies the migrations. Several hubs may do so at once. */
export async function openPostgres(url: string, log: Log): Promise<OpenStore> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000, application_name: 'cairn-hub' });
  // The pool replaces a connection that breaks while idle; without a listener the error would end the process.
  pool.on('error', (error) => log.warn('store connection lost', errorFields(error)));
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'postgres', store: drizzle({ client: pool }), close: () => pool.end() };
}

/** The lock belongs to the connection, so it is released if the hub dies while migrating. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK_ID]);
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    client.release(true);
  }
}
