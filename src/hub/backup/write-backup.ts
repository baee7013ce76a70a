import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { newestApplied } from '../store/migrate.ts';
import { queryRows } from '../store/query-rows.ts';
import type { Store } from '../store/store.ts';
import { type BackupEnd, type BackupHead, LEFT_OUT } from './backup-file.ts';
import { listTables } from './list-tables.ts';

/** Rows that are in memory at once. */
const BATCH_ROWS = 1000;

export interface BackupOptions {
  /** It must not exist. Until the backup is complete, the file has another name. */
  file: string;
  now: Date;
  onProgress: (progress: BackupProgress) => void;
}

export interface BackupProgress {
  table: string;
  rows: number;
}

export interface BackupSummary {
  rows: number;
  bytes: number;
}

/** Writes all the hub needs to a file, as of one moment: what is stored meanwhile is not in it. Only its owner can read the file. */
export async function writeBackup(store: Store, { file, now, onProgress }: BackupOptions): Promise<BackupSummary> {
  const counts: BackupEnd['rows'] = {};
  const part = `${file}.part`;
  // The name is taken first, so that no other backup and no other file is replaced.
  await (await open(file, 'wx', 0o600)).close();
  try {
    await store.transaction(
      async (tx) => {
        const lines = Readable.from(linesOf(tx, { now, counts, onProgress }));
        await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600, flush: true }));
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    await rename(part, file);
  } catch (error) {
    await Promise.all([rm(part, { force: true }), rm(file, { force: true })]);
    throw error;
  }
  return { rows: Object.values(counts).reduce((sum, one) => sum + one, 0), bytes: (await stat(file)).size };
}

interface LinesOptions extends Pick<BackupOptions, 'now' | 'onProgress'> {
  counts: BackupEnd['rows'];
}

async function* linesOf(tx: Store, { now, counts, onProgress }: LinesOptions): AsyncGenerator<string> {
  const tables = (await listTables(tx)).filter((table) => !LEFT_OUT.includes(table));
  const migration = await newestApplied(tx);
  const head: BackupHead = { kind: 'cairn-hub-backup', format: 1, migration, madeAt: now.toISOString(), tables };
  yield `${JSON.stringify(head)}\n`;
  for (const table of tables) {
    counts[table] = 0;
    for await (const rows of batchesOf(tx, table)) {
      counts[table] += rows.length;
      yield `{"table":"${table}","rows":[${rows.join(',')}]}\n`;
      onProgress({ table, rows: counts[table] });
    }
  }
  const end: BackupEnd = { end: true, rows: counts, sequences: await readSequences(tx) };
  yield `${JSON.stringify(end)}\n`;
}

async function* batchesOf(tx: Store, table: string): AsyncGenerator<string[]> {
  await tx.execute(
    sql`declare backup_rows no scroll cursor for select to_jsonb(one)::text as row from ${sql.identifier(table)} as one`,
  );
  for (;;) {
    const rows = await queryRows<{ row: string }>(tx, sql.raw(`fetch ${BATCH_ROWS} from backup_rows`));
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < BATCH_ROWS) break;
  }
  await tx.execute(sql`close backup_rows`);
}

async function readSequences(tx: Store): Promise<BackupEnd['sequences']> {
  const rows = await queryRows<{ name: string; last: string }>(
    tx,
    sql`
    select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, Number(last)]));
}
