import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../run/launch-chromium.ts';
import { bundle } from './bundle.ts';
import type { DescribeTimings, LookupTimings } from './in-page/speed.ts';
import { largePage } from './large-page.ts';
import { openPage } from './open-page.ts';
import { percentile } from './rows.ts';

/** Those that look from within the page and are done with a large one in a few seconds; the other two take minutes. */
export const timedMethods = ['cairn', 'similo', 'finder'];

/** Each page is new to what runs in it: what is slow at first shows. Peers that search for a selector take their time, and get fewer controls. */
const ours = { pages: 20, controls: 40 };
const peers = { pages: 2, controls: 4 };

/** Rows of the grid with which the page has 10,000 nodes, and with which it has nearly as many elements. */
const sizes = [485, 620];

/** A table of how long each method takes on large pages of our own, side by side: median / 95th percentile, in milliseconds. */
export async function speedTable(methods: readonly string[]): Promise<string> {
  const script = await bundle(join(import.meta.dirname, 'in-page/bench.ts'), 'bench');
  const browser = await launchChromium();
  const lines = [`Speed, ms, median / p95\n${''.padEnd(42)}${heads.map((one) => one.padStart(23)).join('')}`];
  const onNewPage = async <T>(rows: number, use: (page: Page) => Promise<T>): Promise<T> => {
    const page = await openPage(browser);
    await page.setContent(largePage(rows));
    await page.evaluate(script);
    // Cairn works when the browser is idle. So does this: it is still busy with the page before, and with having loaded this one.
    await page.evaluate(() => document.body.getBoundingClientRect());
    await new Promise((rest) => setTimeout(rest, 500));
    const made = await use(page);
    await page.close();
    return made;
  };
  try {
    for (const [method, rows] of methods.flatMap((method) => sizes.map((rows) => [method, rows] as const))) {
      const { pages, controls } = method === 'cairn' ? ours : peers;
      const described: DescribeTimings[] = [];
      const lookups: LookupTimings[] = [];
      for (let i = 0; i < pages; i++) {
        const one = await onNewPage(rows, (page) =>
          page.evaluate(([method, count]) => bench.speedOfDescribing(method, count), [method, controls] as const),
        );
        described.push(one);
        lookups.push(
          await onNewPage(rows, (page) =>
            page.evaluate(([method, anchors]) => bench.speedOfLooking(method, anchors), [method, one.anchors] as const),
          ),
        );
      }
      const columns = [...acts.map((act) => lookups.flatMap((one) => one[act])), described.flatMap(({ describe }) => describe)];
      const { elements, nodes } = described[0]!;
      lines.push(`${`${method}, ${elements} elements, ${nodes} nodes`.padEnd(42)}${columns.map(formatTimes).join('')}`);
    }
  } finally {
    await browser.close();
  }
  return lines.join('\n');
}

const acts = ['first', 'lookup', 'update', 'firstLookup'] as const;
const heads = ['first reading', 'look-up', 'reading after changes', 'first look-up then', 'describe'];

const formatTimes = (ms: number[]): string =>
  `${percentile(ms, 0.5).toFixed(1)} / ${percentile(ms, 0.95).toFixed(1)}`.padStart(23);
