import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page, Request } from 'playwright-core';
import { type CorpusBrowser, type CorpusPage, type Place, type Pointer, type Series, TooSlow } from './corpus-browser.ts';
import { isMachineBusy } from './is-machine-busy.ts';
import { openWatched } from './open.ts';

/** Number of pages at a time: most of the time they wait. Fewer on a machine that is busy with something else. */
const MAX_PAGES = { idle: 16, busy: 10 };
/** Presses further apart are clicks of their own. */
const SAME_CLICK_MS = 400;
/** Presses that reach the page so much later than they were made may no longer count as one series. */
const MAX_LAG_MS = 500;

/** Chromium, driven by its own protocol. */
export const chromiumForCorpus = (browser: Browser): CorpusBrowser => ({
  title: `Chromium ${browser.version()}`,
  maxPages: isMachineBusy() ? MAX_PAGES.busy : MAX_PAGES.idle,
  openPage: (watch) => openPage(browser, watch),
  close: () => browser.close(),
});

async function openPage(browser: Browser, watch: string): Promise<CorpusPage> {
  // A context each: pages of one context share six connections to a server, and a slow answer would delay the others.
  const context = await browser.newContext();
  const { page, reported, passSilence } = await openWatched(context, watch);
  const peers: CorpusPage['peers'] = {};
  await page.exposeBinding('peerTold', (_source, tool: string, what: string) => {
    peers[tool] = [...(peers[tool] ?? []), what];
  });
  return {
    pointer: pointerIn(page),
    ...{ reported, peers, passSilence },
    goto: async (url) => void (await page.goto(url)),
    url: () => page.url(),
    evaluate: (expression) => page.evaluate(expression),
    trackRequests: () => trackRequests(page),
    close: () => context.close(),
  };
}

function pointerIn(page: Page): Pointer {
  const press = async ({ x, y }: Place, clickCount: number) => {
    await Promise.all([page.mouse.move(x, y), page.mouse.down({ clickCount }), page.mouse.up({ clickCount })]);
  };
  return {
    move: ({ x, y }, steps = 1) => page.mouse.move(x, y, { steps }),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    press: async (place, times = 1) => {
      for (let clickCount = 1; clickCount <= times; clickCount++) await press(place, clickCount);
    },
    wheel: (pixels) => page.mouse.wheel(0, pixels),
    pressSeries: (place, series) => pressSeries(page, place, series),
    flick: (place) => flick(page, place),
  };
}

/**
 * The browser is told when each press was made, as by a mouse, so that a busy machine makes them arrive later and no further apart. Where
 * the control responds to each, a press waits until the one before has been taken.
 */
async function pressSeries(page: Page, { x, y }: Place, { count, gap, shift, awaits }: Series): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const begun = Date.now();
  const sent: Promise<unknown>[] = [];
  for (let at = 0; at < count; at++) {
    const due = begun + at * gap;
    await pause(Math.max(0, due - Date.now()));
    if (count >= 4 && gap <= 250 && Date.now() - due > MAX_LAG_MS) throw new TooSlow(`${count} presses took too long`);
    const clickCount = gap <= SAME_CLICK_MS && shift === 0 ? at + 1 : 1;
    const common = { x: x + shift * at, y, timestamp: due / 1000 };
    const pressing = Promise.all([
      session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...common }),
      session.send('Input.dispatchMouseEvent', { type: 'mousePressed', button: 'left', clickCount, ...common }),
      session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', button: 'left', clickCount, ...common }),
    ]);
    sent.push(pressing);
    if (awaits === 'each answer') await pressing;
  }
  await Promise.all(sent);
  await session.detach();
}

async function flick(page: Page, { x, y }: Place): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: y + at }] });
  for (let at = 0; at < 4; at++) {
    await send('touchStart', 0);
    for (const way of [8, 20, 34]) await send('touchMove', at % 2 ? way : -way);
    await send('touchEnd');
    await pause(60);
  }
}

function trackRequests(page: Page): ReadonlySet<unknown> {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return open;
}
