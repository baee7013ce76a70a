import { afterAll, beforeAll, expect, test } from 'vitest';
import { isMigrated } from '../../../src/hub/store/migrate.ts';
import { openPostgres } from '../../../src/hub/store/open-postgres.ts';
import { silent } from '../on-both-stores.ts';
import { type Postgres, query, startPostgres } from '../start-postgres.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test('many that open an empty database at the same moment migrate it once', async () => {
  const url = await postgres.createDatabase();
  const opened = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url, silent)));
  expect(await Promise.all(opened.map(({ store }) => isMigrated(store)))).toEqual(opened.map(() => true));
  await Promise.all(opened.map(({ close }) => close()));
  const applied = await query(url, 'select hash from drizzle.__drizzle_migrations');
  expect(applied.length).toBe(new Set(applied.map(({ hash }) => hash)).size);
});

test('the lock of one that migrated is free again', async () => {
  const url = await postgres.createDatabase();
  const first = await openPostgres(url, silent);
  expect(await query(url, "select 1 from pg_locks where locktype = 'advisory'")).toEqual([]);
  await first.close();
});

test('a database that is not there is not opened, and no connection stays', async () => {
  await expect(openPostgres(postgres.url.replace(/postgres$/, 'nowhere'), silent)).rejects.toMatchObject({ code: '3D000' });
  expect(await query(postgres.url, "select 1 from pg_stat_activity where application_name = 'cairn-hub'")).toEqual([]);
});
