import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { LEFT_OUT } from '../../../src/hub/backup/backup-file.ts';
import { listTables } from '../../../src/hub/backup/list-tables.ts';
import { restoreBackup } from '../../../src/hub/backup/restore-backup.ts';
import { writeBackup } from '../../../src/hub/backup/write-backup.ts';
import { createFirstToken } from '../../../src/hub/installs/create-first-token.ts';
import { openMemory } from '../../../src/hub/store/open-folder.ts';
import { openPostgres } from '../../../src/hub/store/open-postgres.ts';
import type { OpenStore, Store } from '../../../src/hub/store/store.ts';
import type { ErasureReceipt } from '../../../src/model/hub-api/intake.ts';
import { createDatabase } from '../../run/shared-postgres.ts';
import {
  answered,
  ask,
  backlog,
  bearer,
  enrolled,
  feedback,
  type HubInTest,
  hubOn,
  rowsOf,
  send,
  shown,
  signedIn,
  wordsFor,
} from '../hub-in-test.ts';
import { silent } from '../silent-log.ts';

const opens: Record<string, () => Promise<OpenStore>> = {
  PGlite: openMemory,
  PostgreSQL: async () => openPostgres(await createDatabase(), silent),
};
const quiet = () => undefined;
vi.setConfig({ testTimeout: 120_000 }); // each opens stores of its own, which takes seconds on a busy machine

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-backup-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const newFile = () => join(folder, `${files++}.gz`);

/** All rows of all tables that a backup holds, in an order of their own. */
async function contentOf(store: Store): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const table of (await listTables(store)).filter((one) => !LEFT_OUT.includes(one))) {
    const rows = await rowsOf<{ row: string }>(
      store,
      sql`select to_jsonb(one)::text as row from ${sql.identifier(table)} as one`,
    );
    content[table] = rows.map(({ row }) => row).sort();
  }
  return content;
}

/** A hub in use: with entries of every kind, of several weeks, an erased one and people at the desk. */
async function inUse(store: Store): Promise<{ hub: HubInTest; secret: string; cookie: string; entry: { id: string } }> {
  const hub = hubOn(store);
  await createFirstToken(store, hub.clock.now);
  const secret = await enrolled(hub);
  const entry = feedback({ app: 'backed-up', control: { role: 'button', name: 'Wörter 日本 😀' } });
  const erased = shown();
  await send(hub, secret, [entry, wordsFor(entry.id, 'One\n"two"', { contact: 'Ada' }), erased]);
  await ask(hub, `DELETE /v1/entries/${erased.id}`, { headers: bearer(secret) });
  hub.clock.now = new Date('2026-12-05T12:00:00Z');
  await send(
    hub,
    secret,
    Array.from({ length: 300 }, () => shown({ at: hub.clock.now.toISOString() })),
  );
  await send(hub, secret, [answered({ what: 'words', words: 'Fewer clicks.' })]);
  const { cookie } = await signedIn(hub);
  await backlog(hub, { cookie });
  return { hub, secret, cookie, entry };
}

test.each([
  ['PGlite', 'PGlite'],
  ['PostgreSQL', 'PostgreSQL'],
  ['PGlite', 'PostgreSQL'],
  ['PostgreSQL', 'PGlite'],
] as const)('a backup of %s that is restored into %s has the same rows, and the hub goes on there', async (from, to) => {
  const [source, target] = [await opens[from]!(), await opens[to]!()];
  const { secret, entry } = await inUse(source.store);
  const file = newFile();
  const written = await writeBackup(source.jobs, { file, now: new Date(), onProgress: quiet });
  expect(written).toEqual({ rows: expect.any(Number), bytes: statSync(file).size });
  expect(await restoreBackup(target.jobs, { file, onProgress: quiet })).toMatchObject({ ok: true, rows: written.rows });
  const content = await contentOf(source.store);
  expect(content.entries).toHaveLength(303);
  expect(await contentOf(target.store)).toEqual(content);
  const hub = hubOn(target.store);
  hub.clock.now = new Date('2026-12-05T13:00:00Z');
  const again = { ...entry, at: '2026-11-22T11:59:00.000Z' };
  expect((await send(hub, secret, [again, shown()])).body.results).toMatchObject([{ duplicate: true }, { duplicate: false }]);
  const receipt = await ask<ErasureReceipt>(hub, `DELETE /v1/entries/${entry.id}`, { headers: bearer(secret) });
  expect(receipt.body.erased).toBe(true);
  await Promise.all([source.close(), target.close()]);
});

test.each(Object.keys(opens))('a backup of %s is of one moment, while entries arrive', async (name) => {
  const source = await opens[name]!();
  const { hub, secret } = await inUse(source.store);
  const file = newFile();
  let arriving: Promise<unknown> | undefined;
  const onProgress = () => {
    arriving ??= send(
      hub,
      secret,
      Array.from({ length: 200 }, () => feedback({ app: 'late' })),
    );
  };
  await writeBackup(source.jobs, { file, now: new Date(), onProgress });
  await arriving;
  const text = gunzipSync(readFileSync(file)).toString();
  expect(text.includes('"late"')).toBe(false);
  expect(await rowsOf(source.store, sql`select 1 from backlog_items where app = 'late'`)).toHaveLength(200);
  await source.close();
});

test('a backup holds no secret, no sign-in and no link, and only its owner can read it', async () => {
  const source = await openMemory();
  const { secret, cookie } = await inUse(source.store);
  const file = newFile();
  await writeBackup(source.jobs, { file, now: new Date(), onProgress: quiet });
  const text = gunzipSync(readFileSync(file)).toString();
  const sha = (one: string) => createHash('sha256').update(one).digest('base64url');
  const session = cookie.split('=')[1] ?? '';
  expect(session.length).toBeGreaterThan(20);
  for (const one of [secret, session, sha(session), 'a-token-for-enrolment']) expect(text.includes(one)).toBe(false);
  for (const table of LEFT_OUT) expect(text.includes(`"table":"${table}"`)).toBe(false);
  expect(statSync(file).mode & 0o077).toBe(0);
  await source.close();
});

test('every column that may hold a secret is known, so that a new one is not backed up by mistake', async () => {
  const { store, close } = await openMemory();
  const columns = await rowsOf<{ name: string }>(
    store,
    sql`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and table_name not like 'entries_2%' and column_name ~ '(secret|hash|key|token|password|private|cookie)'
      order by 1`,
  );
  const backedUp = columns.map(({ name }) => name).filter((name) => !LEFT_OUT.includes(name.split('.')[0] ?? ''));
  // A sealed private key is encrypted under a secret that no store and no backup holds.
  expect(backedUp).toEqual([
    'enrol_tokens.hash',
    'installs.secret_hash',
    'pack_drafts.approved_hash',
    'pack_drafts.content_hash',
    'packs.payload_hash',
    'signing_keys.sealed_private_key',
  ]);
  await close();
});

test('what is no whole backup, or not for this store, is refused with the reason and changes nothing', async () => {
  const [source, target] = [await openMemory(), await openMemory()];
  await inUse(source.store);
  const file = newFile();
  await writeBackup(source.jobs, { file, now: new Date(), onProgress: quiet });
  const before = await contentOf(target.store);
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  const withLines = (changed: string[]) => {
    const changedFile = newFile();
    writeFileSync(changedFile, gzipSync(`${changed.join('\n')}\n`));
    return changedFile;
  };
  const cut = newFile();
  writeFileSync(cut, readFileSync(file).subarray(0, statSync(file).size / 2));
  const plain = newFile();
  writeFileSync(plain, 'a text');
  const head = JSON.parse(lines[0]!);
  const headed = (change: object) => withLines([JSON.stringify({ ...head, ...change }), ...lines.slice(1)]);
  const cases: [string, string][] = [
    [plain, 'not a backup'],
    [withLines(['{"kind":"another"}']), 'not a backup'],
    [cut, 'incomplete'],
    [withLines(lines.slice(0, -1)), 'incomplete'],
    [
      withLines(lines.filter((line) => !line.startsWith('{"table":"packs"') && !line.startsWith('{"table":"entries"'))),
      'incomplete',
    ],
    [headed({ migration: 1 }), 'older'],
    [headed({ migration: head.migration + 1 }), 'newer'],
  ];
  for (const [changed, why] of cases)
    expect(await restoreBackup(target.jobs, { file: changed, onProgress: quiet })).toMatchObject({ ok: false, why });
  expect(await contentOf(target.store)).toEqual(before);
  const full = await restoreBackup(source.jobs, { file, onProgress: quiet });
  expect(full).toMatchObject({ ok: false, why: 'not empty' });
  await Promise.all([source.close(), target.close()]);
});

test('a backup never replaces a file, and one that fails leaves none', async () => {
  const source = await openMemory();
  await inUse(source.store);
  const file = newFile();
  const options = { file, now: new Date(), onProgress: quiet };
  const failing = () => {
    throw new Error('in the middle');
  };
  await expect(writeBackup(source.jobs, { ...options, onProgress: failing })).rejects.toThrow('in the middle');
  expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false);
  await writeBackup(source.jobs, options);
  const before = readFileSync(file);
  await expect(writeBackup(source.jobs, options)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(file).equals(before)).toBe(true);
  await source.close();
});
