import type { Browser, Page } from 'playwright-core';
import { HOLD_MS } from '../../../src/friction/page/judge/no-response.ts';
import { address, type Case } from './corpus.ts';
import { type Gesture, TooSlow } from './gestures.ts';
import { openWatched, type ReportedFinding } from './open.ts';
import { click, placeOf } from './press.ts';

/** A person looks before clicking; noise shows itself meanwhile. */
const LOOK_MS = 2600;

export interface Ran {
  reported: ReportedFinding[];
  /** What peers in the page told, by tool. */
  peers: Record<string, string[]>;
}

/** What stands between a page and its truth: the browser, the server, our listeners. */
export interface Bed {
  browser: Browser;
  at: string;
  watch: string;
}

/** One control, clicked once in a page of its own, and everything that was told of it. */
export const runCase = (bed: Bed, one: Case): Promise<Ran> =>
  inPage(bed, one, async (page, place) => {
    await page.waitForTimeout(LOOK_MS);
    await click(page, place);
    await page.waitForTimeout(HOLD_MS + 1500);
  });

/** One gesture in a page of its own; made again, in a new page, if the machine was too slow to make it. */
export async function runGesture(bed: Bed, gesture: Gesture, tries = 6): Promise<Ran> {
  try {
    return await inPage(bed, gesture.on, async (page, place) => {
      await page.waitForTimeout(300);
      await gesture.make(page, place);
      await page.waitForTimeout(3500);
    });
  } catch (fault) {
    if (fault instanceof TooSlow && tries > 1) return runGesture(bed, gesture, tries - 1);
    throw fault;
  }
}

async function inPage(bed: Bed, one: Case, act: (page: Page, place: Awaited<ReturnType<typeof placeOf>>) => Promise<void>) {
  // A context each: pages of one share six connections to a server, and a slow answer would hold up the others.
  const context = await bed.browser.newContext();
  const { page, reported } = await openWatched(context, bed.watch);
  const peers: Ran['peers'] = {};
  await page.exposeBinding('peerTold', (_source, tool: string, what: string) => {
    peers[tool] = [...(peers[tool] ?? []), what];
  });
  try {
    await page.goto(bed.at + address(one));
    await act(page, await placeOf(page));
    return { reported, peers };
  } finally {
    await context.close();
  }
}

/** Does `act` for each, some at a time, in their order. */
export async function inParallel<T, R>(items: readonly T[], lanes: number, act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const next = { at: 0 };
  const lane = async () => {
    while (next.at < items.length) {
      const at = next.at++;
      results[at] = await act(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return results;
}
