import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from '../../../src/hub/store/open-folder.ts';
import { openPostgres } from '../../../src/hub/store/open-postgres.ts';
import type { OpenStore } from '../../../src/hub/store/store.ts';
import { silent } from '../../hub/silent-log.ts';
import { type Postgres, startPostgres } from '../../run/start-postgres.ts';

/** A store that hubs can be started on, and that the benchmark can open itself while no hub holds it. */
export interface BenchStore {
  name: 'PGlite' | 'PostgreSQL';
  env: Record<string, string>;
  /** Connections that insert at once: PGlite has one. */
  writers: number;
  open(): Promise<OpenStore>;
  remove(): void;
}

/** Waits for the disk at each commit, as a server in use does. */
export const startDurablePostgres = (): Promise<Postgres> =>
  startPostgres({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', shared_buffers: '256MB', max_wal_size: '4GB' });

export function newFolderStore(): BenchStore {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  return {
    name: 'PGlite',
    env: { CAIRN_DATA: folder },
    writers: 1,
    open: () => openFolder(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function newPostgresStore(postgres: Postgres): Promise<BenchStore> {
  const url = await postgres.createDatabase();
  return {
    name: 'PostgreSQL',
    env: { DATABASE_URL: url },
    writers: 4,
    open: () => openPostgres(url, silent),
    remove: () => undefined,
  };
}
