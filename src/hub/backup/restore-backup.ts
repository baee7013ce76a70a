import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { createEntryWeek, entryWeekOf } from '../store/entry-weeks.ts';
import { newestApplied } from '../store/migrate.ts';
import { queryRows } from '../store/query-rows.ts';
import type { Store } from '../store/store.ts';
import { type BackupEnd, type BackupHead, backupBatch, backupEnd, backupHead } from './backup-file.ts';
import { listTables } from './list-tables.ts';
import type { BackupProgress } from './write-backup.ts';

export type RestoreResult =
  | { ok: true; rows: number; madeAt: string }
  | { ok: false; why: 'not a backup' | 'incomplete' }
  | { ok: false; why: 'older' | 'newer'; madeAt: string }
  | { ok: false; why: 'not empty'; table: string };

/** What makes a restore impossible; thrown inside the transaction, so that nothing stays. */
class UnusableBackupError extends Error {
  override name = 'UnusableBackupError';
  readonly result: Extract<RestoreResult, { ok: false }>;
  constructor(result: Extract<RestoreResult, { ok: false }>) {
    super(result.why);
    this.result = result;
  }
}

/** Restores a backup into an empty store with the migrations of the backup: all of it, or nothing. */
export async function restoreBackup(
  store: Store,
  { file, onProgress }: { file: string; onProgress: (progress: BackupProgress) => void },
): Promise<RestoreResult> {
  try {
    return await store.transaction(async (tx) => {
      const lines = readLines(file);
      const head = parseHead(await lines.next());
      await requireMatch(tx, head);
      const restored = await restoreRows(tx, lines, onProgress);
      return { ok: true as const, rows: restored, madeAt: head.madeAt };
    });
  } catch (error) {
    if (error instanceof UnusableBackupError) return error.result;
    throw error;
  }
}

/** Each line as JSON. Rejects with an `UnusableBackupError` where the file is not gzip, or ends too early. */
async function* readLines(file: string): AsyncGenerator<unknown> {
  const input = createReadStream(file);
  const text = input.pipe(createGunzip());
  input.on('error', (error) => text.destroy(error));
  let count = 0;
  try {
    for await (const line of createInterface({ input: text })) {
      yield JSON.parse(line);
      count += 1;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    if (error instanceof UnusableBackupError) throw error;
    const isBroken = error instanceof SyntaxError || String((error as NodeJS.ErrnoException).code).startsWith('Z_');
    throw isBroken ? new UnusableBackupError({ ok: false, why: count > 0 ? 'incomplete' : 'not a backup' }) : error;
  }
}

function parseHead({ value, done }: IteratorResult<unknown>): BackupHead {
  const head = done ? undefined : backupHead.safeParse(value);
  if (!head?.success) throw new UnusableBackupError({ ok: false, why: 'not a backup' });
  return head.data;
}

async function requireMatch(tx: Store, { migration, madeAt, tables }: BackupHead): Promise<void> {
  const own = await newestApplied(tx);
  if (migration !== own) throw new UnusableBackupError({ ok: false, why: migration < own ? 'older' : 'newer', madeAt });
  const known = await listTables(tx);
  for (const table of known) {
    const rows = await queryRows(tx, sql`select 1 from ${sql.identifier(table)} limit 1`);
    if (rows.length > 0) throw new UnusableBackupError({ ok: false, why: 'not empty', table });
  }
  if (tables.some((table) => !known.includes(table))) throw new UnusableBackupError({ ok: false, why: 'not a backup' });
}

async function restoreRows(
  tx: Store,
  lines: AsyncGenerator<unknown>,
  onProgress: (progress: BackupProgress) => void,
): Promise<number> {
  const counts: BackupEnd['rows'] = {};
  for await (const line of lines) {
    const end = backupEnd.safeParse(line);
    if (end.success) return finish(tx, end.data, counts);
    const { table, rows } = backupBatch.parse(line);
    if (table === 'entries') await createWeeksOf(tx, rows);
    const name = sql.identifier(table);
    await tx.execute(sql`insert into ${name} overriding system value
      select * from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`);
    counts[table] = (counts[table] ?? 0) + rows.length;
    onProgress({ table, rows: counts[table] });
  }
  throw new UnusableBackupError({ ok: false, why: 'incomplete' });
}

async function createWeeksOf(tx: Store, rows: readonly Record<string, unknown>[]): Promise<void> {
  const moments = rows.map((row) => new Date(String(row.received_at)));
  const byWeek = new Map(moments.map((moment) => [entryWeekOf(moment).table, moment]));
  for (const moment of byWeek.values()) await createEntryWeek(tx, moment);
}

async function finish(tx: Store, end: BackupEnd, counts: BackupEnd['rows']): Promise<number> {
  const isComplete = Object.entries(end.rows).every(([table, rows]) => (counts[table] ?? 0) === rows);
  if (!isComplete) throw new UnusableBackupError({ ok: false, why: 'incomplete' });
  for (const [name, last] of Object.entries(end.sequences))
    await tx.execute(sql`select setval(${name}::regclass, ${last}::bigint)`);
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}
