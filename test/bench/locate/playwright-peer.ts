import type { Frame, Page } from 'playwright-core';
import type { LocateJob, LocateOutcome } from './in-page/bench.ts';

/** What Playwright's own generator makes of a control, and the frame it lies in. */
export interface Generated {
  frame: number;
  selector: string;
}

const mark = 'bench-target';

/** Ask Playwright for a selector of each control. */
export async function generate(page: Page, paths: string[]): Promise<(Generated | null)[]> {
  const made: (Generated | null)[] = [];
  for (const path of paths) {
    await page.evaluate(([path, mark]) => bench.elementAt(path!)?.setAttribute(mark!, ''), [path, mark]);
    made.push(await generateMarked(page.frames()));
    await page.evaluate(([path, mark]) => bench.elementAt(path!)?.removeAttribute(mark!), [path, mark]);
  }
  return made;
}

async function generateMarked(frames: Frame[]): Promise<Generated | null> {
  for (const [at, frame] of frames.entries()) {
    const marked = frame.locator(`[${mark}]`);
    if ((await marked.count()) !== 1) continue;
    const normal = (await marked.normalize()) as unknown as { _selector: string };
    return { frame: at, selector: normal._selector };
  }
  return null;
}

/** Look for each; as in Playwright itself, a selector that fits several elements is an error and finds nothing. */
export async function find(
  page: Page,
  jobs: (Omit<LocateJob, 'anchor'> & { anchor: Generated | null })[],
): Promise<LocateOutcome[]> {
  const outcomes: LocateOutcome[] = [];
  for (const { anchor, truth, removed } of jobs) {
    await page.evaluate(([truth, removed]) => bench.setTruth(truth as string | null, removed as boolean), [
      truth,
      removed,
    ] as const);
    const frame = anchor && page.frames()[anchor.frame];
    const start = performance.now();
    const elements = frame ? frame.locator(anchor.selector) : undefined;
    const answered = !!elements && (await elements.count()) === 1;
    const ms = performance.now() - start;
    const right =
      answered && !removed && (await elements.evaluate((element) => (window.top as typeof window).bench.isTruth(element)));
    outcomes.push({ answered, given: answered, right, confidence: answered ? 1 : 0, ms });
    await page.evaluate(() => bench.putBack());
  }
  return outcomes;
}
