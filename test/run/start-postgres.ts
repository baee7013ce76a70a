import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findProgram } from '../../setup/find-programs.ts';

export interface Postgres {
  /** Address of its database `postgres`. */
  url: string;
  /** Creates an empty database; returns its address. */
  createDatabase(): Promise<string>;
  /** Ends the server with a signal, and starts it again on the same data and port. SIGQUIT leaves it no time to write anything. */
  restart(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  /** Stops all its processes, as on a machine that hangs, until the returned function is called. */
  hang(): Promise<() => void>;
  stop(): Promise<void>;
}

/** Settings of the server by name; they take the place of those for tests. */
export type PostgresSettings = Record<string, string | number>;

/** A new cluster in a temporary folder on a free port. PostgreSQL refuses to run as root; it then runs as the user `postgres`. */
export async function startPostgres(given: PostgresSettings = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-postgres-'));
  const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(programPath('initdb'), init, { ...owner, cwd: folder, stdio: 'pipe' });
  const port = await findFreePort();
  const args = ['-D', data, ...settings({ unix_socket_directories: folder, port, ...given })];
  const start = () => spawn(programPath('postgres'), args, { ...owner, cwd: folder, stdio: 'ignore' });
  let server = start();
  const abandon = () => server.kill('SIGKILL');
  process.once('exit', abandon);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await waitUntilAnswering(url, server);
  return {
    url,
    createDatabase: () => createDatabaseIn(url),
    restart: async (signal) => {
      await endServer(server, signal);
      server = start();
      await waitUntilAnswering(url, server);
    },
    hang: () => hangServer(url, server),
    stop: async () => {
      process.off('exit', abandon);
      await endServer(server, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function hangServer(url: string, server: ChildProcess): Promise<() => void> {
  const backends = await query(url, 'select pid from pg_stat_activity where pid <> pg_backend_pid()');
  const pids = [server.pid, ...backends.map(({ pid }) => pid)].map(Number);
  const signalAll = (signal: NodeJS.Signals) => {
    for (const pid of pids) process.kill(pid, signal);
  };
  signalAll('SIGSTOP');
  return () => signalAll('SIGCONT');
}

/** Tests may lose data in a crash, so nothing waits for the disk. */
function settings(given: PostgresSettings): string[] {
  const all: PostgresSettings = {
    listen_addresses: '127.0.0.1',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '16MB',
    max_connections: 200,
    ...given,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const idOf = (what: '-u' | '-g') => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));

/** One of PostgreSQL's programs. Debian keeps them out of PATH, in a folder for each version. */
const programPath = (name: string): string => join(findProgram('postgres') ?? '', name);

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no free port was given');
  return address.port;
}

async function waitUntilAnswering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode} before it answered`);
    const reached = await query(url, 'select 1').then(
      () => true,
      () => false,
    );
    if (reached) return;
    await pause(100);
  }
  throw new Error('postgres did not answer within 15 s');
}

/** SIGINT is its fast shutdown: clients are cut off. */
async function endServer(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

export async function createDatabaseIn(url: string): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await query(url, `create database ${name}`);
  return url.replace(/\/postgres$/, `/${name}`);
}

/** Runs one statement over a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
