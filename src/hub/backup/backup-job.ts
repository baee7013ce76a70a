import { z } from 'zod';
import type { Store } from '../store/store.ts';
import { writeBackup } from './write-backup.ts';

/** How far a backup is. */
export const backupState = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('running'), table: z.string(), rows: z.int() }),
  z.strictObject({ is: z.literal('done'), rows: z.int(), bytes: z.int() }),
  z.strictObject({ is: z.literal('failed'), code: z.string() }),
]);
export type BackupState = z.infer<typeof backupState>;

/** One backup at a time, in the process that has the store open. */
export interface BackupJob {
  /** Begins a backup into a new file, unless one is running. */
  start(file: string): BackupState;
  state(): BackupState;
}

export function createBackupJob(store: Store, now: () => Date): BackupJob {
  let state: BackupState = { is: 'failed', code: 'none' };
  const run = async (file: string) => {
    const { rows, bytes } = await writeBackup(store, {
      file,
      now: now(),
      onProgress: (progress) => {
        state = { is: 'running', ...progress };
      },
    });
    state = { is: 'done', rows, bytes };
  };
  return {
    start(file) {
      if (state.is === 'running') return { is: 'failed', code: 'another is running' };
      state = { is: 'running', table: '', rows: 0 };
      run(file).catch((error: unknown) => {
        state = { is: 'failed', code: failureCode(error) };
      });
      return state;
    },
    state: () => state,
  };
}

/** The code of the system or the database, as in `ENOSPC`. Messages can quote what people wrote. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  return code ? String(code) : error.cause ? failureCode(error.cause) : error.name;
}
