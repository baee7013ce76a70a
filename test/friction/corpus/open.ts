import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import type { ReportedFinding } from './corpus-browser.ts';

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

/** Our listeners' isolated world, in the page and in the protocol. */
const WORLD = 'cairn';

export interface WatchedPage {
  page: Page;
  reported: ReportedFinding[];
  /**
   * Passes `ms` of silence to the judges, without waiting for it. Resolves when they have judged, with the number of actions of a person
   * that the listeners have noticed since the page was loaded.
   */
  passSilence(ms: number): Promise<number>;
}

/** Opens a page with our listeners in an isolated world from its first moment. */
export async function openWatched(context: BrowserContext, watch: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const reported: ReportedFinding[] = [];
  const session = await context.newCDPSession(page);
  const worldId = trackWorld(session);
  await session.send('Runtime.enable');
  await session.send('Page.enable');
  await session.send('Runtime.addBinding', { name: 'cairnFound', executionContextName: WORLD });
  session.on('Runtime.bindingCalled', ({ name, payload }) => name === 'cairnFound' && reported.push(JSON.parse(payload)));
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: `if(top===self){${watch}}`, worldName: WORLD });
  page.on('dialog', (dialog) => void setTimeout(() => dialog.accept().catch(() => {}), 700));
  return {
    page,
    reported,
    async passSilence(ms) {
      const contextId = worldId();
      if (contextId === 0) return 0;
      try {
        const { result } = await session.send('Runtime.evaluate', { expression: `cairnSilence(${ms})`, contextId });
        return Number(result.value ?? 0);
      } catch {
        return 0; // the page has gone to another document
      }
    },
  };
}

/** Follows the id of the isolated world in the page's own frame from document to document; 0 until there is one. */
function trackWorld(session: CDPSession): () => number {
  let id = 0;
  let frame: string | undefined;
  session.on('Runtime.executionContextCreated', ({ context: { id: contextId, name, auxData } }) => {
    if (name !== WORLD) return;
    frame ??= (auxData as { frameId: string }).frameId;
    if ((auxData as { frameId: string }).frameId === frame) id = contextId;
  });
  return () => id;
}
