import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bundle } from '../bench/locate/bundle.ts';
import { sharedChromium } from '../run/shared-chromium.ts';

/** Opens pages in which a module of src/dom is the global `dom`. */
export async function openModule(name: string): Promise<{ browser: Browser; open: (html: string) => Promise<Page> }> {
  const script = await bundle(join(import.meta.dirname, `../../src/dom/${name}.ts`), 'dom');
  const browser = await sharedChromium();
  return {
    browser,
    async open(html) {
      const page = await browser.newPage();
      await page.setContent(html);
      await page.evaluate(script.replace(/^(var|let|const) dom\b/m, 'globalThis.dom'));
      return page;
    },
  };
}
