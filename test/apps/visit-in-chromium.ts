import type { BrowserContext, Page, Worker } from 'playwright-core';
import { eventually } from '../journeys/harness/eventually.ts';
import { overlaySurface } from '../journeys/harness/overlay-in-chromium.ts';
import type { Screens } from '../journeys/harness/screens.ts';
import { middleOf, patience, restingBox } from './pressing.ts';
import type { Visit } from './real-app.ts';

interface Where {
  context: BrowserContext;
  /** The extension's worker, where there is one: it may zoom. */
  worker?: () => Promise<Worker>;
  /** Origin of the app. */
  url: string;
  shots: Screens;
}

/** Opens a tab. */
export const visitInChromium = async (where: Where): Promise<Visit> => visitInTab(await where.context.newPage(), where);

/** Names what a visit asks the page, so that a profile can tell it from the page's own scripts. */
export const VISIT_SOURCE = 'visit.invalid';

/** In a tab that is open. Playwright's `evaluate` is eval, which a strict page refuses: the browser itself is asked. */
export async function visitInTab(page: Page, { context, worker, url, shots }: Where): Promise<Visit> {
  page.setDefaultTimeout(patience);
  await page.setViewportSize({ width: 1280, height: 800 });
  const devtools = await context.newCDPSession(page);
  const asks = async <T>(expression: string) => {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression: `${expression}\n//# sourceURL=${VISIT_SOURCE}`,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value as T;
  };
  return {
    browser: 'Chromium',
    cairn: overlaySurface(page, patience),
    asks,
    box: (control) => restingBox(asks, control),
    press: async (control) => {
      const { x, y } = middleOf(await restingBox(asks, control, true));
      await page.mouse.click(x, y, { delay: 60 });
    },
    type: (words) => page.keyboard.type(words, { delay: 20 }),
    key: (name) => page.keyboard.press(name),
    go: async (path) => void (await page.goto(url + path)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    forward: async () => void (await page.goForward()),
    resize: (width, height) => page.setViewportSize({ width, height }),
    zoom: async (level) => {
      if (!worker) throw new Error('A page is zoomed by the extension, and none is here');
      await (await worker()).evaluate<void>(`chrome.tabs.query({ url: '${new URL(url).protocol}//${new URL(url).hostname}/*' })
        .then((tabs) => Promise.all(tabs.map(({ id }) => chrome.tabs.setZoom(id, ${level}))))`);
      await eventually(
        () => asks<boolean>(`Math.abs(devicePixelRatio - ${level}) < 0.01`),
        () => `Chromium does not zoom to ${level * 100} %`,
      );
    },
    front: () => page.bringToFront(),
    another: () => visitInChromium({ context, worker, url, shots }),
    shows: async (title, how) => {
      await shots.take(page, title);
      if (!how?.alsoDark) return;
      await page.emulateMedia({ colorScheme: 'dark' });
      await shots.take(page, `${title}-dark`);
      await page.emulateMedia({ colorScheme: null });
    },
    close: () => page.close(),
  };
}
