import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { sharedChromium } from '../run/shared-chromium.ts';
import { builtDesk } from './built-desk.ts';
import { FakeHub } from './fake-hub.ts';

export interface Visit {
  page: Page;
  /** What broke the content security policy or was thrown on the page. */
  violations: string[];
}

/** A new visitor of their own, not signed in. */
export type Visiting = (options?: BrowserContextOptions) => Promise<Visit>;

/** The built desk in Chromium, before a fake hub. */
export interface DeskInBrowser {
  hub: FakeHub;
  visit: Visiting;
  close: () => Promise<void>;
}

export async function deskInBrowser(): Promise<DeskInBrowser> {
  const lifetime = new AsyncDisposableStack();
  const hub = await FakeHub.start(await builtDesk(lifetime));
  lifetime.defer(() => hub.close());
  return { hub, visit: await openBrowser(lifetime), close: () => lifetime.disposeAsync() };
}

export async function openBrowser(lifetime: AsyncDisposableStack): Promise<Visiting> {
  const browser = await sharedChromium();
  lifetime.defer(() => browser.close());
  return (options) => visit(browser, options);
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
