import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { findProgram } from '../../../setup/find-programs.ts';
import { type Bidi, bidiOf, contextOf } from '../../journeys/harness/bidi.ts';
import { ISOLATION_PREFERENCES } from '../../journeys/harness/firefox.ts';
import { type CorpusBrowser, type CorpusPage, type Pointer, type Series, TooSlow } from './corpus-browser.ts';

/** Our listeners' sandbox: what a content script has in Firefox. */
const SANDBOX = 'cairn';
/** The presses of a series may take so much longer than their pace. */
const MAX_LAG_MS = 200;
const DIALOG_MS = 700;
const PREFERENCES = {
  ...ISOLATION_PREFERENCES,
  // Pages of several cases, one after another, do not wait for each other's slow answers.
  'network.http.max-persistent-connections-per-server': 64,
  'browser.download.folderList': 2,
  'browser.download.always_ask_before_handling_new_types': false,
};

/**
 * Firefox, driven by WebDriver BiDi. Only one window of a Firefox has the focus, and only one of its tabs is drawn, so there is one process
 * for each page that may be open at a time.
 */
export async function firefoxForCorpus(maxPages: number): Promise<CorpusBrowser> {
  const downloads = await mkdtemp(join(tmpdir(), 'cairn-downloads-'));
  const browsers: Browser[] = [];
  for (let at = 0; at < maxPages; at++) browsers.push(await launchFirefox(downloads));
  const free = [...browsers];
  return {
    title: (await browsers[0]!.version()).replace('firefox/', 'Firefox '),
    maxPages,
    openPage: async (watch) => {
      const browser = free.pop();
      if (!browser) throw new Error(`More than ${maxPages} pages are open`);
      return openPage(browser, watch, () => free.push(browser));
    },
    close: async () => {
      await Promise.all(browsers.map((browser) => browser.close()));
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

function launchFirefox(downloads: string): Promise<Browser> {
  const executablePath = findProgram('firefox');
  if (!executablePath) throw new Error('No Firefox was found. Install one, or name it: FIREFOX_PATH=/path/to/firefox');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: 120_000,
    extraPrefsFirefox: { ...PREFERENCES, 'browser.download.dir': downloads },
  });
}

async function openPage(browser: Browser, watch: string, release: () => void): Promise<CorpusPage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const bidi = bidiOf(browser);
  const reported: CorpusPage['reported'] = [];
  const peers: CorpusPage['peers'] = {};
  const stopListening = await listenInSandbox({ bidi, page, watch, found: (json) => reported.push(JSON.parse(json)) });
  await page.exposeFunction('peerTold', (tool: string, what: string) => {
    peers[tool] = [...(peers[tool] ?? []), what];
  });
  page.on('dialog', (dialog) => void setTimeout(() => dialog.accept().catch(() => {}), DIALOG_MS));
  return {
    pointer: pointerIn(page, bidi),
    ...{ reported, peers },
    goto: async (url) => void (await page.goto(url)),
    url: () => page.url(),
    evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    trackRequests: () => trackRequests(page),
    passSilence: async (ms) => {
      try {
        return await bidi.call<number>(contextOf(page), `() => cairnSilence(${ms})`, [], SANDBOX);
      } catch {
        return 0; // the page has gone to another document
      }
    },
    close: async () => {
      stopListening();
      await context.close();
      release();
    },
  };
}

interface Listening {
  bidi: Bidi;
  page: Page;
  watch: string;
  found: (json: string) => void;
}

/** Runs our listeners in each document of the page, before any script of its own. Returns how to stop hearing them. */
async function listenInSandbox({ bidi, page, watch, found }: Listening): Promise<() => void> {
  const context = contextOf(page);
  const stop = bidi.onMessage(`found in ${context}`, found);
  await bidi.send('script.addPreloadScript', {
    functionDeclaration: `(cairnFound) => { if (top === self) { ${watch} } }`,
    arguments: [{ type: 'channel', value: { channel: `found in ${context}` } }],
    contexts: [context],
    sandbox: SANDBOX,
  });
  return stop;
}

function pointerIn(page: Page, bidi: Bidi): Pointer {
  // The protocol refuses places outside the window.
  const inside = (at: number) => Math.max(1, at);
  return {
    move: ({ x, y }, steps = 1) => page.mouse.move(inside(x), inside(y), { steps }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    press: ({ x, y }, times = 1) => page.mouse.click(x, y, { count: times }),
    wheel: (pixels) => page.mouse.wheel({ deltaY: pixels }),
    pressSeries: async (place, series) => {
      const actions = seriesOf(place, series);
      const begun = performance.now();
      await bidi.send('input.performActions', { context: contextOf(page), actions });
      const lag = performance.now() - begun - series.gap * (series.count - 1);
      if (series.count >= 4 && series.gap <= 250 && lag > MAX_LAG_MS) throw new TooSlow(`${series.count} presses took too long`);
    },
    flick: undefined,
  };
}

/** The whole series as one list of actions, whose pauses the browser itself makes. */
function seriesOf({ x, y }: { x: number; y: number }, { count, gap, shift }: Series) {
  const presses = Array.from({ length: count }, (_, at) => [
    { type: 'pointerMove', x: Math.round(x + shift * at), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
    ...(at < count - 1 ? [{ type: 'pause', duration: gap }] : []),
  ]);
  return [{ type: 'pointer', id: 'hand', parameters: { pointerType: 'mouse' }, actions: presses.flat() }];
}

function trackRequests(page: Page): ReadonlySet<unknown> {
  const open = new Set<HTTPRequest>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return open;
}
