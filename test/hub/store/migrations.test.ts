import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOffer } from '../../../src/hub/packs/releases/release-document.ts';
import { isMigrated, migrationsFolder } from '../../../src/hub/store/migrate.ts';
import { openPostgres } from '../../../src/hub/store/open-postgres.ts';
import { sha256 } from '../../../src/hub/store/sha256.ts';
import { createDatabase } from '../../run/shared-postgres.ts';
import { query } from '../../run/start-postgres.ts';
import { silent } from '../silent-log.ts';

interface Journal {
  entries: { idx: number; tag: string; when: number }[];
}
const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-migrations-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Sets a database up as the hub of an earlier version did, with data in it. */
async function asOfVersion(count: number): Promise<string> {
  const [url, earlier] = [await createDatabase(), join(folder, String(count))];
  cpSync(migrationsFolder, earlier, { recursive: true });
  writeFileSync(join(earlier, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await migrate(drizzle({ client }), { migrationsFolder: earlier });
  await client.query(`insert into installs (id, secret_hash, enrolled_by, enrolled_at) values (gen_random_uuid(), 'a hash', 'a token', now());
    insert into packs (id, version, app, jws, etag, payload_hash, language, titles, published_at)
      values ('orders-basics', 1, 'orders', 'a.b.c', '"e"', 'h', 'en', '{}', now());
    insert into expired (mark) values ('a mark')`);
  await client.end();
  return url;
}

test.each(journal.entries.map(({ tag }, at) => [tag, at + 1] as const))(
  'a store of the version of %s is migrated by two hubs that start at once, and keeps its data',
  async (_, count) => {
    const url = await asOfVersion(count);
    const hubs = await Promise.all([openPostgres(url, silent), openPostgres(url, silent)]);
    expect(await Promise.all(hubs.map(({ store }) => isMigrated(store)))).toEqual([true, true]);
    await Promise.all(hubs.map(({ close }) => close()));
    const applied = await query(url, 'select created_at::text as at from drizzle.__drizzle_migrations order by created_at');
    expect(applied.map(({ at }) => Number(at))).toEqual(journal.entries.map(({ when }) => when));
    for (const table of ['installs', 'packs', 'expired']) expect(await query(url, `select 1 from ${table}`)).toHaveLength(1);
  },
);

test('migrations are numbered without a gap, each later than the one before, so that none is left out', () => {
  expect(journal.entries.map(({ idx }) => idx)).toEqual(journal.entries.map((_, at) => at));
  const times = journal.entries.map(({ when }) => when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});

/** SHA-256 of each migration. A store that has applied one never applies it again, so a change is another migration. */
const FROZEN: Record<string, string> = {
  '0000_initial': 'DdZ4LostzrrMYhVQS7DyrQrQ6tY02tNxjW57KLKYm2Q',
  '0001_publishing': 'Ihtti3UCE061vrNOPRqW7rGFxgtZ-5WL5yTcIgSwobs',
  '0002_proposals': 'P8CZ6Sj9mhLik784JD5g5oiP9uzur6evud7vRBzaBmk',
  '0003_inbox': 'oRS_b8JoJ6ZrSGGxz7hpqWW7_n2x1D_0mK4g4bFqo_4',
};

test('a migration that is there is never changed', () => {
  const hashes = journal.entries.map(({ tag }) => [tag, sha256(readFileSync(join(migrationsFolder, `${tag}.sql`), 'utf8'))]);
  expect(Object.fromEntries(hashes)).toEqual(FROZEN);
});

test('what was published before there were releases is offered to everybody afterwards', async () => {
  const { store, close } = await openPostgres(await asOfVersion(1), silent);
  const offer = await readOffer(store, 'orders-basics', { channel: 'live', now: new Date() });
  expect(await offer?.readDocument()).toMatchObject({ isOff: false, versions: [{ version: 1, share: 100, jws: 'a.b.c' }] });
  await close();
});
