import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import { noTelemetry, type Telemetry } from '../telemetry/telemetry.ts';
import { createEntriesTable, MIGRATION_LOCK_ID, migrationsFolder } from './migrate.ts';
import { observePool } from './observe-pool.ts';
import type { OpenStore, Store } from './store.ts';

/** Connections for requests. Readiness and background jobs have one each of their own, so that a busy hub can still tell its state. */
export const REQUEST_CONNECTIONS = 10;

export interface PostgresOptions {
  telemetry?: Telemetry;
  /** Connections that requests share. */
  connections?: number | undefined;
}

/**
 * Limits in milliseconds of what a request may ask of the database. The server enforces the first three; `query_timeout` is the hub's
 * own, for a server that hangs. All end before a browser gives up after 20 s.
 */
const REQUEST_TIMEOUTS = {
  lock_timeout: 10_000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
  query_timeout: 17_000,
};

/** Pruning and weekly figures may take longer, and nobody waits for them. */
const JOB_TIMEOUTS = { statement_timeout: 600_000, idle_in_transaction_session_timeout: 60_000, query_timeout: 610_000 };

/** Readiness is answered within two seconds, also where the server hangs. */
const PROBE_TIMEOUTS = { statement_timeout: 1500, query_timeout: 1700, connectionTimeoutMillis: 1700 };

/** Opens a PostgreSQL database and applies the migrations. Several hubs may do so at once. */
export async function openPostgres(url: string, log: Log, options: PostgresOptions = {}): Promise<OpenStore> {
  await migrateAlone(url, log);
  return openUnmigratedPostgres(url, log, options);
}

/** Opens it as it is: no migration is applied. */
export function openUnmigratedPostgres(
  url: string,
  log: Log,
  { telemetry = noTelemetry, connections = REQUEST_CONNECTIONS }: PostgresOptions = {},
): OpenStore {
  const pools = {
    store: openPool(url, { max: connections, ...REQUEST_TIMEOUTS }, log),
    jobs: openPool(url, { max: 1, ...JOB_TIMEOUTS }, log),
    probe: openPool(url, { max: 1, ...PROBE_TIMEOUTS }, log),
  };
  for (const [name, pool] of Object.entries(pools)) observePool(name, pool, telemetry);
  return {
    kind: 'postgres',
    store: storeOn(pools.store),
    jobs: storeOn(pools.jobs),
    probe: storeOn(pools.probe),
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}

function openPool(url: string, options: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'cairn-hub', ...options });
  // An error without a listener ends the process. The pool listens only to idle connections, so each has a listener of its own.
  pool.on('connect', (client) => watchConnection(client, log));
  pool.on('error', () => undefined);
  return pool;
}

function watchConnection(client: pg.ClientBase, log: Log): void {
  client.on('error', (error) => log.warn('store connection lost', errorFields(error)));
}

/**
 * A store on a pool. Drizzle's own transaction never returns a connection on which `begin` fails, and returns broken ones: here a
 * connection is always returned, and is closed if its transaction failed.
 */
function storeOn(pool: pg.Pool): Store {
  const store = drizzle({ client: pool });
  const transaction: typeof store.transaction = async (work, config) => {
    const client = await pool.connect();
    let isIntact = false;
    try {
      const result = await drizzle({ client }).transaction(work, config);
      isIntact = true;
      return result;
    } finally {
      client.release(!isIntact);
    }
  };
  return Object.assign(store, { transaction });
}

/** The lock belongs to the connection, so it is released if the hub dies while migrating. It has no time limit: a migration may be long. */
async function migrateAlone(url: string, log: Log): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'cairn-hub' });
  watchConnection(client, log);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK_ID]);
    const store = drizzle({ client });
    await migrate(store, { migrationsFolder });
    await createEntriesTable(store);
  } finally {
    await client.end();
  }
}
