import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../model/fault/fault.ts';
import { type BackupState, failureCode } from './backup/backup-job.ts';
import { type RestoreResult, restoreBackup } from './backup/restore-backup.ts';
import { type BackupProgress, writeBackup } from './backup/write-backup.ts';
import { askForBackup } from './folder-requests.ts';
import type { Log } from './log/log.ts';
import { noStore } from './no-store.ts';
import type { Settings } from './settings.ts';
import { hasStore } from './store/has-store.ts';
import { openExistingStore, openStore } from './store/open-store.ts';
import { noTelemetry } from './telemetry/telemetry.ts';

export interface BackupCommandDeps {
  log: Log;
  now: () => Date;
  print: (line: string) => void;
}

const PROGRESS_MS = 500;

/** Writes a backup of the store, with a running hub or without. Returns what prevents it. */
export async function backUp(
  settings: Settings,
  file: string,
  { log, now, print }: BackupCommandDeps,
): Promise<Fault | undefined> {
  const path = resolve(file);
  const asked = settings.DATABASE_URL ? undefined : await askForBackup(settings.CAIRN_DATA, { ask: 'backup', file: path });
  if (asked) return printOutcome(path, await followBackup(settings.CAIRN_DATA, asked, print), print);
  if (!(await hasStore(settings))) return noStore(settings);
  const opening = await openExistingStore(settings, log);
  if (!opening.ok) return opening.fault;
  try {
    const done = await writeBackup(opening.opened.jobs, { file: path, now: now(), onProgress: printProgress(print) });
    return printOutcome(path, { is: 'done', ...done }, print);
  } catch (error) {
    return printOutcome(path, { is: 'failed', code: failureCode(error) }, print);
  } finally {
    await opening.opened.close();
  }
}

async function followBackup(folder: string, first: BackupState, print: (line: string) => void): Promise<BackupState> {
  const report = printProgress(print);
  let state = first;
  while (state.is === 'running') {
    if (state.table) report(state);
    await pause(PROGRESS_MS);
    state = (await askForBackup(folder, { ask: 'backup state' })) ?? { is: 'failed', code: 'the hub ended' };
  }
  return state;
}

/** One line for each table, when the next one begins. */
function printProgress(print: (line: string) => void): (progress: BackupProgress) => void {
  let last: BackupProgress | undefined;
  return (progress) => {
    if (last && last.table !== progress.table) print(`${last.table}: ${last.rows} rows`);
    last = { ...progress };
  };
}

function printOutcome(file: string, state: BackupState, print: (line: string) => void): Fault | undefined {
  if (state.is === 'done') {
    print(`Backup of ${state.rows} rows, ${state.bytes} bytes: ${file}`);
    return undefined;
  }
  const code = state.is === 'failed' ? state.code : 'not finished';
  return {
    path: file,
    reason: `the backup could not be written (${code})`,
    remedy:
      'Give a file that does not exist, in a folder that the hub may write to, with room for it; a running backup has to end first.',
  };
}

/** Restores a backup into an empty store, which it sets up. Returns what prevents it. */
export async function restore(settings: Settings, file: string, { log, print }: BackupCommandDeps): Promise<Fault | undefined> {
  const opening = await openStore(settings, { log, telemetry: noTelemetry, answer: async () => '' });
  if (!opening.ok) return opening.fault;
  const path = resolve(file);
  try {
    const result = await restoreBackup(opening.opened.jobs, { file: path, onProgress: printProgress(print) });
    if (!result.ok) return restoreFault(path, result);
    print(`Restored ${result.rows} rows of the backup of ${result.madeAt}. Facilitators sign in again by new links.`);
    return undefined;
  } catch (error) {
    return { path, reason: `the backup could not be restored (${failureCode(error)}); nothing was changed`, remedy: unreadable };
  } finally {
    await opening.opened.close();
  }
}

const unreadable = 'Check that the file can be read here, and that the database is up and has room.';

function restoreFault(path: string, result: Extract<RestoreResult, { ok: false }>): Fault {
  switch (result.why) {
    case 'not a backup':
      return { path, reason: 'is not a backup of a hub', remedy: 'Give a file that "npm run hub -- backup FILE" wrote.' };
    case 'incomplete':
      return { path, reason: 'ends too early; nothing was restored', remedy: 'Copy the file again, or use another backup.' };
    case 'older':
      return {
        path,
        reason: `was made on ${result.madeAt} by an older version of the hub`,
        remedy: 'Restore it with that version, and then start this one on the same store: it applies the migrations.',
      };
    case 'newer':
      return { path, reason: `was made on ${result.madeAt} by a newer version of the hub`, remedy: 'Update this hub first.' };
    case 'not empty':
      return {
        path: 'DATABASE_URL or CAIRN_DATA',
        reason: `the store is not empty: ${result.table} has rows`,
        remedy: 'Restore into a new database or folder. Nothing was changed.',
      };
  }
}
