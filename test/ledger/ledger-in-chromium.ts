import { once } from 'node:events';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findProgram } from '../../setup/find-programs.ts';

type InPage = typeof import('./in-page.ts');
declare global {
  var inPage: InPage;
}

export interface ProfileOnDisk {
  origin: string;
  /** Opens the browser on this profile, with the ledger in its page. */
  open(): Promise<OpenBrowser>;
  close(): Promise<void>;
}

interface OpenBrowser {
  page: Page;
  close(): Promise<void>;
  /** Ends the browser as a power cut would: SIGKILL, with no time to write anything. */
  kill(): Promise<void>;
}

/** A profile that outlives its browsers. */
export async function profileOnDisk(): Promise<ProfileOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
  const script = await bundle();
  const server = createServer(({ url }, response) => {
    const isScript = url === '/in-page.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? script : '<!doctype html><title>Ledger</title><script src="/in-page.js"></script>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    open: () => openOn(folder, origin),
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

async function openOn(folder: string, origin: string): Promise<OpenBrowser> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--no-proxy-server'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(origin);
  return {
    page,
    close: () => context.close(),
    async kill() {
      const gone = context.waitForEvent('close');
      // The lock of a profile is a link to `host-pid` of the browser that has it open.
      process.kill(Number((await readlink(join(folder, 'SingletonLock'))).split('-').at(-1)), 'SIGKILL');
      await gone;
    },
  };
}

async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, 'in-page.ts');
  const lib = { entry, formats: ['iife' as const], name: 'inPage', fileName: 'inPage' };
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2024', lib },
  });
  const output = [made].flat()[0];
  if (!output || !('output' in output)) throw new Error('The ledger was not built for the page');
  return `${output.output[0].code};globalThis.inPage = inPage;`;
}
