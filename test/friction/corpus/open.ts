import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import type { Finding } from '../../../src/friction/finding.ts';
import type { Control } from '../../../src/model/entry/control.ts';

export type ReportedFinding = Finding & { named?: Control };

/** A file of the corpus as one script. */
export async function bundle(file: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry: join(import.meta.dirname, 'in-page', file), formats: ['iife'], name: '_', fileName: '_' },
    },
  });
  const output = [made].flat()[0];
  if (!output || !('output' in output)) throw new Error(`${file} was not built`);
  return output.output[0].code;
}

/** A page with our listeners in a world of their own from its first moment, and what they find. */
export async function openWatched(context: BrowserContext, watch: string): Promise<{ page: Page; reported: ReportedFinding[] }> {
  const page = await context.newPage();
  const reported: ReportedFinding[] = [];
  const session = await context.newCDPSession(page);
  await session.send('Runtime.enable');
  await session.send('Page.enable');
  await session.send('Runtime.addBinding', { name: 'cairnFound', executionContextName: 'cairn' });
  session.on('Runtime.bindingCalled', ({ name, payload }) => name === 'cairnFound' && reported.push(JSON.parse(payload)));
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: `if(top===self){${watch}}`, worldName: 'cairn' });
  page.on('dialog', (dialog) => void setTimeout(() => dialog.accept().catch(() => {}), 700));
  return { page, reported };
}
