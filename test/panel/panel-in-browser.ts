import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import type { PanelSetting } from './in-page/panel.tsx';

const root = join(import.meta.dirname, '../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

export type OpenPanel = (
  setting?: Partial<PanelSetting>,
  options?: BrowserContextOptions,
) => Promise<{ page: Page; faults: string[] }>;

/** The panel in Chromium with the extension's own style sheets and words, before a background that is made up. */
export async function panelInBrowser(lifetime: AsyncDisposableStack, browser: Browser): Promise<OpenPanel> {
  const script = await bundled();
  lifetime.defer(() => browser.close());
  return async (setting, options) => {
    const context = await browser.newContext({ timezoneId: 'Europe/Berlin', viewport: { width: 400, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    const styles = ['page', 'panel', 'studio'].map((name) => text(`assets/styles/${name}.css`)).join('\n');
    await page.setContent(`<!doctype html><html><head><meta charset="utf-8"><style>${styles}</style></head>
      <body><main class="panel" id="main"></main></body></html>`);
    await page.addScriptTag({ content: script });
    const language = setting?.language ?? 'en';
    const fullSetting: PanelSetting = {
      messages: JSON.parse(text(`assets/_locales/${language}/messages.json`)),
      language,
      now: Date.UTC(2026, 10, 22, 13, 5),
      initialSection: 'mine',
      ...setting,
    };
    await page.evaluate((given) => {
      const world = globalThis as unknown as { mountPanel(setting: PanelSetting): object; panel: object };
      world.panel = world.mountPanel(given);
    }, fullSetting);
    return { page, faults };
  };
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
      lib: { entry: join(import.meta.dirname, 'in-page/panel.tsx'), formats: ['iife'], name: 'panelInPage', fileName: 'panel' },
    },
  });
  const [one] = [built].flat();
  if (!one || !('output' in one)) throw new Error('The panel was not built');
  return one.output.map((part) => ('code' in part ? part.code : '')).join('');
}
