import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from './built-extension.ts';
import { eventually } from './eventually.ts';

export type StartHubOptions = {
  lifetime: AsyncDisposableStack;
  /** Address of a PostgreSQL database; else the embedded store in `dataDir`. */
  database?: string;
  /** Else a folder that is gone at the end. */
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
};

export type HubLogEntry = { msg: string; url?: string; [field: string]: unknown };

export type HubProcess = {
  url: string;
  enrolToken: string;
  publishToken: string;
  /** A sign-in link for "Facilitator". */
  signInLink(): Promise<string>;
  /** A sign-in link, made by the hub's own command. */
  linkFor(name: string, role?: string): Promise<string>;
  /** Log entries since the last start. */
  logged(): readonly HubLogEntry[];
  /** Stops it after it has finished its requests. */
  stop(): Promise<void>;
  /** Kills it, as a failing machine does. */
  kill(): Promise<void>;
  /** Starts it again at the same address with the same data; stops it first if it runs. */
  restart(): Promise<void>;
};

type HubRun = { child: ChildProcess; lines: HubLogEntry[]; stderrLines: string[] };

/** A real hub in a process of its own, from source. */
export async function startHub({ lifetime, database = '', dataDir, port = 0, env = {} }: StartHubOptions): Promise<HubProcess> {
  const [enrolToken, publishToken] = [randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')];
  const data = dataDir ?? (await temporaryFolder(lifetime));
  const settings = {
    DATABASE_URL: database,
    CAIRN_DATA: data,
    CAIRN_ENROL_TOKEN: enrolToken,
    CAIRN_RELEASE_HOURS: '0',
    CAIRN_PUBLISH_TOKEN: publishToken,
    ...env,
  };
  let run = start([], { ...settings, PORT: String(port) });
  lifetime.defer(() => endRun(run, 'SIGKILL'));
  const url = await waitForLoggedUrl(run, 'listening');
  const restartSettings = { ...settings, PORT: new URL(url).port };
  return {
    url,
    enrolToken,
    publishToken,
    signInLink: () => requestSignInLink('Facilitator', restartSettings),
    linkFor: (name, role) => requestSignInLink(name, restartSettings, role),
    logged: () => run.lines,
    stop: () => endRun(run, 'SIGTERM'),
    kill: () => endRun(run, 'SIGKILL'),
    restart: async () => {
      await endRun(run, 'SIGTERM');
      run = start([], restartSettings);
      await waitForLoggedUrl(run, 'listening');
    },
  };
}

async function temporaryFolder(lifetime: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-hub-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function start(args: string[], settings: Record<string, string>): HubRun {
  const child = spawn(process.execPath, ['src/hub/main.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const run: HubRun = { child, lines: [], stderrLines: [] };
  createInterface(child.stdout!).on('line', (line) => run.lines.push(JSON.parse(line) as HubLogEntry));
  createInterface(child.stderr!).on('line', (line) => run.stderrLines.push(line));
  return run;
}

/** The address in the first log line of that kind. The embedded store takes up to 10 s to open on a busy machine. */
function waitForLoggedUrl(run: HubRun, msg: string): Promise<string> {
  const address = async () => {
    const url = run.lines.find((line) => line.msg === msg)?.url;
    if (!url && run.child.exitCode !== null)
      throw new Error(`The hub ended with ${run.child.exitCode} before it said "${msg}": ${run.stderrLines.join(' ')}`);
    return url;
  };
  return eventually(
    address,
    () => `The hub has not said "${msg}"; it complains: ${run.stderrLines.join(' ') || 'of nothing'}`,
    60_000,
  );
}

async function requestSignInLink(name: string, settings: Record<string, string>, role?: string): Promise<string> {
  const command = start(['link', '--name', name, ...(role ? ['--role', role] : [])], settings);
  await once(command.child, 'close');
  const link = /\S+#sign-in=\S+/.exec(command.stderrLines.join('\n'))?.[0];
  if (!link) throw new Error(`The hub made no sign-in link: ${command.stderrLines.join(' ')}`);
  return link;
}

async function endRun({ child }: HubRun, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
