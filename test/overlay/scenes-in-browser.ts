import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { sharedChromium } from '../run/shared-chromium.ts';
import type { Scene } from './in-page/overlay.tsx';

const root = join(import.meta.dirname, '../..');

export type OpenScene = (
  scene: Scene,
  language: 'en' | 'ar',
  options: BrowserContextOptions,
  /** Before anything is drawn. */
  prepare?: (page: Page) => Promise<unknown>,
) => Promise<Page>;

/** Connects the tests of a file to Chromium; returns a function that opens one of the scenes. */
export function useScenes(): OpenScene {
  const lifetime = new AsyncDisposableStack();
  let open: OpenScene;
  beforeAll(async () => {
    open = await scenesInBrowser(lifetime);
  });
  afterAll(() => lifetime.disposeAsync());
  return (...scene) => open(...scene);
}

/** Scenes of the overlay over a small business page, in Chromium. */
export async function scenesInBrowser(lifetime: AsyncDisposableStack): Promise<OpenScene> {
  const script = await bundled();
  const browser = await sharedChromium();
  lifetime.defer(() => browser.close());
  return async (scene, language, options, prepare) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    await page.setContent(await underneath(language));
    await prepare?.(page);
    await page.addScriptTag({ content: script });
    const messages = JSON.parse(readFileSync(join(root, `assets/_locales/${language}/messages.json`), 'utf8'));
    await page.evaluate(
      (setting) =>
        (globalThis as unknown as { overlayInPage: { showScene(setting: object): void } }).overlayInPage.showScene(setting),
      { scene, messages, language },
    );
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return page;
  };
}

const words = {
  en: ['Orders', 'Supplier', 'Order', 'Amount', 'Open'],
  ar: ['الطلبات', 'المورّد', 'الطلب', 'المبلغ', 'مفتوح'],
};

async function underneath(language: 'en' | 'ar'): Promise<string> {
  const [title, supplier, order, amount, open] = words[language];
  const rows = [4500012781, 4500012782, 4500012783, 4500012784].map(
    (number) => `<tr><td>${number}</td><td>1.240,00</td><td>${open}</td></tr>`,
  );
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>${title}</title><style>
      :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif } body { margin: 0; padding: 20px }
      input { padding: 6px 10px; font: inherit } td, th { padding: 8px 14px; text-align: start; border-block-end: 1px solid #8886 }
    </style></head><body><main><h1>${title}</h1><p><label>${supplier} <input id="search" type="search" size="14"></label></p>
    <table><thead><tr><th>${order}</th><th>${amount}</th><th>${open}</th></tr></thead><tbody>${rows.join('')}</tbody></table></main></body></html>`;
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2024',
      lib: {
        entry: join(import.meta.dirname, 'in-page/overlay.tsx'),
        formats: ['iife'],
        name: 'overlayInPage',
        fileName: 'overlay',
      },
    },
  });
  const [one] = [built].flat();
  if (!one || !('output' in one)) throw new Error('The scenes were not built');
  return one.output.map((part) => ('code' in part ? part.code : '')).join('');
}
