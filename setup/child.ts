import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { signalGroup, startWarden } from './warden.mjs';

export interface ChildOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** When it ends, the child and everything that the child started are ended. */
  lifetime: AbortSignal;
  /** Where its output goes: to our own output, to a file, or line by line to a function. */
  output: 'inherit' | { file: string } | { line: (line: string) => void };
}

export interface Child {
  pid: number;
  /** Exit code; 128 + n when signal n ended it, as in shells. */
  ended: Promise<number>;
  /** Ends the child; resolves when its whole process group is gone. */
  stop: () => Promise<void>;
}

const STOP_GRACE_MS = 8000;
const POLL_MS = 25;

const warden = once(startWarden);
const activeGroups = new Set<() => Promise<void>>();

/** Starts a program in a process group of its own, so that all of it can be ended, and is ended even if this process is killed. */
export async function startChild(command: string, args: readonly string[], options: ChildOptions): Promise<Child> {
  options.lifetime.throwIfAborted();
  const output = openOutput(options.output);
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', output.stdio, output.stdio],
    detached: process.platform !== 'win32',
  });
  output.follow(child);
  const ended = waitForExitCode(child);
  const pid = child.pid;
  if (!pid) return ended.then(() => Promise.reject(new Error(`could not start ${command}`)));
  const stop = superviseGroup(pid, options.lifetime);
  return {
    pid,
    ended,
    stop: () =>
      stop()
        .then(() => ended)
        .then(() => {}),
  };
}

/**
 * Ends a process group when the lifetime or this process ends. The returned function ends it now and resolves when it is gone.
 */
export function superviseGroup(pid: number, lifetime: AbortSignal): () => Promise<void> {
  warden().watch(pid);
  const stop = once(() => {
    lifetime.removeEventListener('abort', stop);
    return endGroup(pid).finally(() => activeGroups.delete(stop));
  });
  activeGroups.add(stop);
  lifetime.addEventListener('abort', stop, { once: true });
  return stop;
}

/** Ends every process group that is still supervised. */
export async function endAllGroups(): Promise<void> {
  await Promise.all([...activeGroups].map((stop) => stop()));
}

/** Runs a program to its end; returns its exit code. Throws the lifetime's reason if that ends first. */
export async function runChild(command: string, args: readonly string[], options: ChildOptions): Promise<number> {
  const child = await startChild(command, args, options);
  const code = await child.ended;
  await child.stop();
  options.lifetime.throwIfAborted();
  return code;
}

async function endGroup(pid: number): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  const until = Date.now() + STOP_GRACE_MS;
  while (signalGroup(pid, 0) && Date.now() < until) await new Promise((done) => setTimeout(done, POLL_MS));
  signalGroup(pid, 'SIGKILL');
  warden().forget(pid);
}

function waitForExitCode(child: ChildProcess): Promise<number> {
  const numbers: Partial<Record<NodeJS.Signals, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? 128 + ((signal && numbers[signal]) || 0)));
  });
}

function openOutput(output: ChildOptions['output']) {
  if (output === 'inherit') return { stdio: 'inherit' as const, follow: () => {} };
  if ('line' in output) return { stdio: 'pipe' as const, follow: (child: ChildProcess) => followLines(child, output.line) };
  mkdirSync(dirname(output.file), { recursive: true });
  const file = openSync(output.file, 'w');
  return { stdio: file, follow: () => closeSync(file) };
}

function followLines(child: ChildProcess, line: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (some: string) => {
      const lines = (rest + some).split(/\r?\n/);
      rest = lines.pop() ?? '';
      lines.forEach(line);
    });
    stream?.on('end', () => rest && line(rest));
  }
}

function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
