import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { bundle } from '../bench/locate/bundle.ts';
import { openPage } from '../bench/locate/open-page.ts';
import { serve } from '../bench/locate/serve.ts';
import { sharedChromium } from '../run/shared-chromium.ts';
import type * as made from './entry.ts';

declare global {
  /** The locator as the page script has it. */
  var cairn: typeof made;
}

/** Connects the tests of a file to Chromium; returns a function that opens one of the awkward pages with the locator in it. */
export function useBrowser(folder = join(import.meta.dirname, 'pages')): (name: string) => Promise<Page> {
  let browser: Browser;
  let script = '';
  let server: Awaited<ReturnType<typeof serve>>;
  const pages: Page[] = [];
  beforeAll(async () => {
    [browser, script, server] = await Promise.all([
      sharedChromium(),
      bundle(join(import.meta.dirname, 'entry.ts'), 'cairn'),
      serve(folder),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  return async (name) => {
    await pages.pop()?.close();
    const page = await openPage(browser);
    pages.push(page);
    await page.goto(`${server.at}/${name}.html`);
    await page.evaluate(script);
    return page;
  };
}
