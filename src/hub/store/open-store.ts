import type { Fault } from '../../model/fault/fault.ts';
import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import type { AnswerLine } from './line-socket.ts';
import { openFolder, openUnmigratedFolder } from './open-folder.ts';
import { openPostgres, openUnmigratedPostgres } from './open-postgres.ts';
import type { OpenStore } from './store.ts';

export type OpenStoreResult = { ok: true; opened: OpenStore } | { ok: false; fault: Fault };

/** Where the store is: the database if there is one, else the folder. */
export interface StoreLocation {
  DATABASE_URL?: string | undefined;
  CAIRN_DATA: string;
  /** Connections to the database that requests share. */
  CAIRN_CONNECTIONS?: number;
}

export interface OpenStoreDeps {
  log: Log;
  telemetry: Telemetry;
  /** Replies to the requests of other processes on this machine while a folder is open. */
  answer: AnswerLine;
}

export function openStore(settings: StoreLocation, { log, telemetry, answer }: OpenStoreDeps): Promise<OpenStoreResult> {
  return settings.DATABASE_URL
    ? openDatabase(() => openPostgres(settings.DATABASE_URL!, log, { telemetry, connections: settings.CAIRN_CONNECTIONS }))
    : openLocked(settings.CAIRN_DATA, { log, answer, open: openFolder });
}

/** Opens a store as it is: no migration is applied, and nothing is created. */
export function openExistingStore(settings: StoreLocation, log: Log): Promise<OpenStoreResult> {
  return settings.DATABASE_URL
    ? openDatabase(async () => openUnmigratedPostgres(settings.DATABASE_URL!, log))
    : openLocked(settings.CAIRN_DATA, { log, answer: async () => '', open: openUnmigratedFolder });
}

async function openDatabase(open: () => Promise<OpenStore>): Promise<OpenStoreResult> {
  try {
    return { ok: true, opened: await open() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = `the database cannot be opened${code ? ` (${code})` : ''}`;
    const remedy =
      'Check that it is up and reachable from here, that the name and password are correct, and that the user may create tables.';
    return { ok: false, fault: { path: 'DATABASE_URL', reason, remedy } };
  }
}

const lockFaults = {
  held: {
    path: 'CAIRN_DATA',
    reason: "another hub is running on this folder, and two would destroy each other's data",
    remedy: 'Stop the other hub, give this one its own folder, or use PostgreSQL with DATABASE_URL for several hubs.',
  },
  'path too long': {
    path: 'CAIRN_DATA',
    reason: 'the path is too long for the lock socket in the folder, whose whole path may have 103 bytes',
    remedy: 'Choose a shorter path, or start the hub from a folder near to it.',
  },
};

interface OpenLockedDeps {
  log: Log;
  answer: AnswerLine;
  open: (folder: string) => Promise<OpenStore>;
}

async function openLocked(folder: string, { log, answer, open }: OpenLockedDeps): Promise<OpenStoreResult> {
  let lock: FolderLock | undefined;
  try {
    const locked = await lockFolder(folder, answer);
    if (!locked.ok) return { ok: false, fault: lockFaults[locked.why] };
    ({ lock } = locked);
    const { release } = locked.lock;
    const opened = await open(folder);
    return { ok: true, opened: { ...opened, close: () => opened.close().finally(release) } };
  } catch (error) {
    await lock?.release();
    log.error('store cannot be opened', errorFields(error));
    const { code } = error as NodeJS.ErrnoException;
    return { ok: false, fault: { ...unusable, reason: `the store in this folder cannot be opened${code ? ` (${code})` : ''}` } };
  }
}

const unusable = {
  path: 'CAIRN_DATA',
  remedy:
    'Check that the hub may write there and that no other program changed its files. Else choose another folder or restore a backup.',
};
