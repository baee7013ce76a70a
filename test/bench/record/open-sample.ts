import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { OpenSample } from './recording.ts';
import type { SampleAct } from './sample-act.ts';

/** Where acts are performed. */
export interface Site {
  origin: string;
  /** An app runs there, which answers whatever an act does not bring itself. */
  isRunning: boolean;
  /** Cookies and storage of somebody who is signed in. */
  state?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** A recorder looks at what came of an act for less than half a second. */
const SETTLE_MS = 650;
const BEFORE_MS = 100;
const ACTION_MS = 10_000;
const LOADING_MS = 60_000;

/** Opens each act in a context of its own. */
export const sampleOpener =
  (browser: Browser, site: Site): OpenSample =>
  async (sample, prepare, finish) => {
    const { state } = site;
    const size = { viewport: { width: 1000, height: 700 }, locale: 'en-US' };
    const context = await browser.newContext({ ...size, ...(state && { storageState: state }) });
    try {
      await serveSample(context, sample, site);
      await prepare(context);
      const page = await opened(context, sample, site);
      if (!page) return;
      await page.waitForTimeout(BEFORE_MS);
      await performed(sample, page);
      await page.waitForTimeout(SETTLE_MS);
      await finish?.(page);
    } finally {
      await context.close();
    }
  };

/** The page of an act; undefined where it cannot be opened, which is said, and the act counts with nothing recorded. */
async function opened(context: BrowserContext, { name, path, pages, ready }: SampleAct, site: Site): Promise<Page | undefined> {
  const page = await context.newPage();
  page.setDefaultTimeout(ACTION_MS);
  page.setDefaultNavigationTimeout(LOADING_MS);
  try {
    await page.goto(site.origin + (path ?? Object.keys(pages)[0]), { waitUntil: 'load' });
    if (ready) await page.waitForSelector(ready, { timeout: LOADING_MS });
    return page;
  } catch (fault) {
    console.log(`not opened: ${name}: ${String(fault).split('\n')[0]}`);
    return undefined;
  }
}

async function serveSample(context: BrowserContext, { pages }: SampleAct, { isRunning }: Site): Promise<void> {
  const bodyOf = ({ pathname, search }: URL) => pages[pathname + search] ?? pages[pathname];
  await context.route(
    (url) => !isRunning || bodyOf(url) !== undefined,
    (route) => {
      const url = new URL(route.request().url());
      const body = bodyOf(url);
      return route.fulfill({ status: body ? 200 : 404, contentType: typeOf(url.pathname), body: body ?? '' });
    },
  );
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };
const typeOf = (path: string): string => `${TYPES[path.split('.').at(-1)!] ?? 'text/html'}; charset=utf-8`;

/** A recorder may keep an act from being performed, as by what it draws over the page; then the act counts with what it has recorded. */
async function performed(sample: SampleAct, page: Page): Promise<void> {
  try {
    await sample.perform(page);
  } catch (fault) {
    console.log(`not performed: ${sample.name}: ${String(fault).split('\n')[0]}`);
  }
}
