import { sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { isMigrated } from '../../../src/hub/store/migrate.ts';
import { openPostgres } from '../../../src/hub/store/open-postgres.ts';
import type { Store } from '../../../src/hub/store/store.ts';
import { createDatabase, serverUrl } from '../../run/shared-postgres.ts';
import { query } from '../../run/start-postgres.ts';
import { rowsOf } from '../hub-in-test.ts';
import { silent } from '../silent-log.ts';

test('processes that open an empty database at once migrate it once', async () => {
  const url = await createDatabase();
  const opened = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url, silent)));
  expect(await Promise.all(opened.map(({ store }) => isMigrated(store)))).toEqual(opened.map(() => true));
  await Promise.all(opened.map(({ close }) => close()));
  const applied = await query(url, 'select hash from drizzle.__drizzle_migrations');
  expect(applied.length).toBe(new Set(applied.map(({ hash }) => hash)).size);
});

test('the migration lock is released after the migration', async () => {
  const url = await createDatabase();
  const first = await openPostgres(url, silent);
  expect(
    await query(
      url,
      "select 1 from pg_locks join pg_database on database = pg_database.oid where locktype = 'advisory' and datname = current_database()",
    ),
  ).toEqual([]);
  await first.close();
});

test('a missing database is not opened, and no connection stays open', async () => {
  const missing = serverUrl().replace(/postgres$/, 'nowhere');
  await expect(openPostgres(missing, silent)).rejects.toMatchObject({ code: '3D000' });
  expect(
    await query(serverUrl(), "select 1 from pg_stat_activity where application_name = 'cairn-hub' and datname = 'nowhere'"),
  ).toEqual([]);
});

test('connections that are cut within a transaction fail that transaction alone, and each gives its place back', async () => {
  const url = await createDatabase();
  const { store, close } = await openPostgres(url, silent);
  for (let cut = 0; cut < 12; cut++) {
    const broken = store.transaction(async (tx) => {
      const [{ pid = 0 } = {}] = await rowsOf<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
      await query(url, `select pg_terminate_backend(${pid})`);
      await tx.execute(sql`select 1`);
    });
    await expect(broken).rejects.toThrow();
  }
  const all = Array.from({ length: 10 }, () => store.transaction((tx) => rowsOf(tx, sql`select 1 as one`)));
  expect((await Promise.all(all)).flat()).toHaveLength(10);
  await close();
});

test('a transaction whose connection breaks before it begins gives its place back', async () => {
  const url = await createDatabase();
  const { store, close } = await openPostgres(url, silent);
  for (let cut = 0; cut < 12; cut++) {
    const [{ pid = 0 } = {}] = await rowsOf<{ pid: number }>(store, sql`select pg_backend_pid() as pid`);
    // The pool hands out the connection before it has noticed that it is gone.
    const cutting = query(url, `select pg_terminate_backend(${pid})`);
    const attempts = Array.from({ length: 3 }, () => store.transaction((tx) => tx.execute(sql`select 1`)).catch(() => undefined));
    await Promise.all([cutting, ...attempts]);
  }
  const all = Array.from({ length: 10 }, () => store.transaction((tx) => rowsOf(tx, sql`select 1 as one`)));
  expect((await Promise.all(all)).flat()).toHaveLength(10);
  await close();
});

test('requests have time limits at the server, and background jobs longer ones', async () => {
  const opened = await openPostgres(await createDatabase(), silent);
  const limit = async (store: Store, name: string) => {
    const [row] = await rowsOf<{ value: string }>(store, sql`select current_setting(${name}) as value`);
    return row?.value;
  };
  expect(await limit(opened.store, 'lock_timeout')).toBe('10s');
  expect(await limit(opened.store, 'statement_timeout')).toBe('15s');
  expect(await limit(opened.store, 'idle_in_transaction_session_timeout')).toBe('30s');
  expect(await limit(opened.jobs, 'statement_timeout')).toBe('10min');
  expect(await limit(opened.probe, 'statement_timeout')).toBe('1500ms');
  await opened.close();
});

test('readiness is answered while every connection for requests waits for a lock', async () => {
  const url = await createDatabase();
  const opened = await openPostgres(url, silent);
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query('select pg_advisory_lock(4240001)');
  const waiting = Array.from({ length: 12 }, () =>
    opened.store.transaction((tx) => tx.execute(sql`select pg_advisory_xact_lock(4240001)`)),
  );
  expect(await isMigrated(opened.probe)).toBe(true);
  await holder.end();
  await Promise.all(waiting);
  await opened.close();
});
