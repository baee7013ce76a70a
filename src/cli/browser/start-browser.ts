import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { connectDevTools, type DevTools } from './devtools.ts';

interface StartBrowserOptions {
  /** Its executable. */
  path: string;
  lifetime: AsyncDisposableStack;
  language: string;
  isHeaded?: boolean;
  /** How long it may take to answer a command. */
  timeoutMs?: number;
  /** Further arguments for what it is used for. */
  extraArgs?: readonly string[];
}

interface StartedBrowser {
  devtools: DevTools;
  /** Resolves when its last window was closed. */
  hasEnded: Promise<void>;
}

const END_AFTER_MS = 5000;

/** Starts a browser on a new profile that is deleted with it, and connects to it by pipes. */
export async function startBrowser({
  path,
  lifetime,
  language,
  isHeaded = false,
  timeoutMs,
  extraArgs = [],
}: StartBrowserOptions): Promise<StartedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'cairn-check-'));
  lifetime.defer(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  const args = [
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    `--lang=${language}`,
    `--accept-lang=${language}`,
    '--window-size=1280,900',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-renderer-backgrounding',
    '--password-store=basic',
    '--use-mock-keychain',
    ...extraArgs,
    ...(isHeaded ? [] : ['--headless=new', '--disable-gpu']),
    // The sandbox of Chromium does not start for root, as in most containers of CI.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
  const child = spawn(path, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANGUAGE: language },
  });
  const hasEnded = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const devtools = connectDevTools(child.stdio[3] as Writable, child.stdio[4] as Readable, timeoutMs);
  lifetime.defer(() => endBrowser(child, devtools));
  await devtools.send('Browser.getVersion');
  return { devtools, hasEnded };
}

async function endBrowser(child: ChildProcess, devtools: DevTools): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), END_AFTER_MS);
  devtools.send('Browser.close').catch(() => child.kill('SIGKILL'));
  await ended;
  clearTimeout(timer);
}
