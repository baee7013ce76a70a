import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findProgram } from '../../setup/find-programs.ts';
import { FakeHub } from './fake-hub.ts';

/** The built desk in Chromium, before a fake hub. */
export interface DeskInBrowser {
  hub: FakeHub;
  /** A new visitor of their own, not signed in. What breaks the content security policy is gathered in `violations`. */
  visit: (options?: BrowserContextOptions) => Promise<Visit>;
  close: () => Promise<void>;
}

export interface Visit {
  page: Page;
  violations: string[];
}

const root = join(import.meta.dirname, '../..');

export async function deskInBrowser(): Promise<DeskInBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-desk-'));
  const configFile = join(root, 'src/desk/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: folder } });
  const hub = await FakeHub.start(folder);
  const browser = await chromium.launch({
    executablePath: findProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--no-proxy-server'],
  });
  return {
    hub,
    visit: (options) => visit(browser, options),
    close: async () => {
      await browser.close();
      hub.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted ?types/i.test(message.text())) violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(String(error)));
  return { page, violations };
}
