import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { projectRoot } from './built-extension.ts';
import { closedNodes } from './closed-nodes.ts';

const axe = readFileSync(new URL(import.meta.resolve('axe-core')), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with the overlay. It cannot look into a closed root, so what stands there is copied as it is drawn, with the
 * overlay's own styles, onto an empty page of the same size and colours.
 */
export async function overlayAxeViolations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const copies = await Promise.all(
    closedNodes(root).tops.map(async (backendNodeId) => {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const functionDeclaration = 'function () { return this.outerHTML; }';
      const called = { objectId: object.objectId!, functionDeclaration, returnByValue: true };
      return String((await session.send('Runtime.callFunctionOn', called)).result.value);
    }),
  );
  await session.detach();
  if (copies.join('') === '') throw new Error(`There is no overlay to look at on ${page.url()}`);
  const blank = await page.context().newPage();
  try {
    await blank.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await blank.setViewportSize(page.viewportSize()!);
    await blank.setContent(
      `<!doctype html><html lang="en"><title>Overlay</title><style>${styles()}</style><main><h1>Overlay</h1>${copies.join('')}</main>`,
    );
    await blank.evaluate(axe);
    const { violations } = await blank.evaluate(
      async (options: RunOptions) =>
        (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
      { runOnly: AXE_TAGS, iframes: false },
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  } finally {
    await blank.close();
  }
}

const styles = (): string =>
  globSync('src/overlay/**/*.css', { cwd: projectRoot })
    .sort()
    .reverse() // overlay.css before content.css, as the host adopts them
    .map((path) => readFileSync(join(projectRoot, path), 'utf8'))
    .join('\n')
    .replaceAll(':host', ':root');
