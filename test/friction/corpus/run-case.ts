import { setTimeout as pause } from 'node:timers/promises';
import { HOLD_MS, NO_RESPONSE_AFTER_MS } from '../../../src/friction/page/judge/no-response.ts';
import { WITHIN_MS } from '../../../src/friction/page/judge/repeat-click.ts';
import { address, type Case } from './corpus.ts';
import { type CorpusBrowser, type CorpusPage, type Place, type ReportedFinding, TooSlow } from './corpus-browser.ts';
import type { Gesture } from './gestures.ts';
import { click, placeOf } from './press.ts';

/** A person looks before clicking. Meanwhile noise, where there is any, becomes known: seen at least twice after one second of quiet. */
const LOOK_MS = { quiet: 300, noisy: 3200 };
/** After this long without anything, every judge has come to its verdict. */
const SILENCE_MS = HOLD_MS + 1500;
/** The time between the end of a request and its entry on the browser's timeline. */
const TIMELINE_MS = 500;
const POLL_MS = 50;
/** How late the timers of a page may be. */
const MAX_LATE_MS = 20_000;
/** A chain of presses ends this long after its last one. */
const AFTER_GESTURE_MS = WITHIN_MS + 200;

export interface Ran {
  /** What our listeners reported since the page was opened. */
  reported: ReportedFinding[];
  /** What peers in the page reported, by tool. */
  peers: Record<string, string[]>;
}

/** Where cases run: the browser, the server, our listeners. */
export interface Bed {
  browser: CorpusBrowser;
  at: string;
  watch: string;
  /** Waits in real time until every judge has come to its verdict, for peers whose clock cannot be advanced. */
  inRealTime?: boolean;
}

/** How often a page may be opened anew because the machine was too slow for it. Nothing has been pressed then, or not as intended. */
const TRIES = 6;

/** Clicks one control once, in a page of its own, and returns everything that was reported about it. */
export const runCase = (bed: Bed, one: Case, tries = TRIES): Promise<Ran> => untilFast(tries, () => clickOnce(bed, one));

const clickOnce = (bed: Bed, one: Case): Promise<Ran> =>
  inPage(bed, one, async (page, place) => {
    await pause(one.around === 'quiet' ? LOOK_MS.quiet : LOOK_MS.noisy);
    const requests = page.trackRequests();
    await click(page.pointer, place);
    if (bed.inRealTime) return pauseWith(page, SILENCE_MS);
    await pause(NO_RESPONSE_AFTER_MS + POLL_MS);
    await untilAnswered(requests);
    await passSilence(page, bed.at + address(one));
  });

/** Makes one gesture in a page of its own. */
export const runGesture = (bed: Bed, gesture: Gesture, tries = TRIES): Promise<Ran> =>
  untilFast(tries, () => gestureOnce(bed, gesture));

const gestureOnce = (bed: Bed, gesture: Gesture): Promise<Ran> =>
  inPage(bed, gesture.on, async (page, place) => {
    await pause(gesture.on.around === 'quiet' ? LOOK_MS.quiet : LOOK_MS.noisy);
    await gesture.make(page.pointer, place);
    if (bed.inRealTime) return pauseWith(page, 3500);
    await pause(AFTER_GESTURE_MS);
    if (gesture.isNoPress) expectNoPress(await page.passSilence(SILENCE_MS), gesture);
    else await passSilence(page, bed.at + address(gesture.on));
  });

/** Waits, also for the page's own timers to get as far: on a busy machine they are late, and so is the verdict of every detector. */
async function pauseWith({ evaluate }: CorpusPage, ms: number): Promise<void> {
  const inPage = evaluate(`new Promise((done) => setTimeout(done, ${ms}))`).catch(() => {}); // a page that goes elsewhere ends it
  await Promise.all([pause(ms), Promise.race([inPage, pause(ms + MAX_LATE_MS)])]);
}

async function untilFast(tries: number, act: () => Promise<Ran>): Promise<Ran> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TooSlow && tries > 1) return untilFast(tries - 1, act);
    throw error;
  }
}

/** Passes silence, and makes sure that there were ears for it: a page that is still there has reported the press. */
async function passSilence(page: CorpusPage, url: string): Promise<void> {
  const actions = await page.passSilence(SILENCE_MS);
  if (actions === 0 && page.url() === url) throw new Error(`The listeners noticed no press on ${url}`);
}

function expectNoPress(actions: number, { name }: Gesture): void {
  if (actions > 0) throw new Error(`The listeners noticed a press: ${name}`);
}

/** Waits until the requests that are open now are answered and on the timeline; at most as long as the judges hold a click. */
async function untilAnswered(requests: ReadonlySet<unknown>): Promise<void> {
  const awaited = [...requests];
  const deadline = Date.now() + HOLD_MS - NO_RESPONSE_AFTER_MS;
  while (awaited.some((request) => requests.has(request)) && Date.now() < deadline) await pause(POLL_MS);
  await pause(TIMELINE_MS);
}

async function inPage(bed: Bed, one: Case, act: (page: CorpusPage, place: Place) => Promise<void>): Promise<Ran> {
  const page = await bed.browser.openPage(bed.watch);
  try {
    const place = await openCase(page, bed.at + address(one));
    const before = page.reported.length; // that the page itself loaded slowly is not about the press
    await act(page, place);
    return { reported: page.reported.slice(before), peers: page.peers };
  } finally {
    await page.close();
  }
}

/** The place of the control, once the page is built. */
async function openCase(page: CorpusPage, url: string): Promise<Place> {
  try {
    await page.goto(url);
    return await placeOf(page);
  } catch (error) {
    throw new TooSlow(`${url} did not open: ${error instanceof Error ? error.message : error}`);
  }
}

/** Calls `act` for each item, at most `lanes` at a time. The results are in the order of the items. */
export async function inParallel<T, R>(items: readonly T[], lanes: number, act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await act(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}
