import { fsyncSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDurably } from '../../../src/hub/store/durable-folder.ts';

let folder: string;
let client: PGlite;
let synced: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-durable-'));
  synced = [];
  client = openDurably(join(folder, 'store'), (descriptor) => {
    synced.push(readlinkSync(`/proc/self/fd/${descriptor}`));
    fsyncSync(descriptor);
  });
  await client.exec('create table rows (id int primary key)');
}, 120_000);
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true });
});

test('the embedded store waits for the disk', async () => {
  expect((await client.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
  expect((await client.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
});

test('each commit has its log written to the disk before it is acknowledged', async () => {
  for (let id = 1; id <= 5; id++) {
    synced.length = 0;
    await client.query('insert into rows values ($1)', [id]);
    expect(synced.some((path) => path.includes('/pg_wal/'))).toBe(true);
  }
});

test('what only reads waits for no disk', async () => {
  await client.query('select 1');
  synced.length = 0;
  await client.query('select count(*) from rows');
  expect(synced).toEqual([]);
});

test('a checkpoint writes the tables to the disk before their log may go', async () => {
  synced.length = 0;
  await client.exec('checkpoint');
  expect(synced.some((path) => path.includes('/base/'))).toBe(true);
});
