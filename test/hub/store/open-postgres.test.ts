import { expect, test } from 'vitest';
import { isMigrated } from '../../../src/hub/store/migrate.ts';
import { openPostgres } from '../../../src/hub/store/open-postgres.ts';
import { createDatabase, serverUrl } from '../../run/shared-postgres.ts';
import { query } from '../../run/start-postgres.ts';
import { silent } from '../on-both-stores.ts';

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
