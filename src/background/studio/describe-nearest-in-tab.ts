import type { Browser } from 'webextension-polyfill';
import type { Anchor } from '../../model/pack/anchor.ts';

const SCRIPT_FILE = 'explain.js';

interface NearestControl {
  anchor: Anchor;
  confidence: number;
}

/** Runs in the page, where the script has left the function. */
const describeThere = (anchor: unknown): unknown =>
  (globalThis as unknown as { cairnDescribeNearest: (anchor: unknown) => unknown }).cairnDescribeNearest(anchor);

/** The control in a tab that is most like what an anchor describes, in any frame that Cairn may enter; undefined where there is none. */
export async function describeNearestInTab(
  scripting: Browser['scripting'],
  tabId: number,
  anchor: Anchor,
): Promise<Anchor | undefined> {
  const target = { tabId, allFrames: true };
  try {
    await scripting.executeScript({ target, files: [SCRIPT_FILE] });
    const frames = await scripting.executeScript({ target, func: describeThere, args: [anchor] });
    const nearest = frames.flatMap(({ result }) => (result ? [result as NearestControl] : []));
    return nearest.toSorted((a, b) => b.confidence - a.confidence)[0]?.anchor;
  } catch {
    return undefined;
  }
}
