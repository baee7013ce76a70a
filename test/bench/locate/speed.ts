import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { openChromium, openPage } from './chromium.ts';
import type { Speed } from './in-page/speed.ts';
import { percentile } from './rows.ts';

/** Those that look from within the page and are done with a large one in a few seconds; the other two take minutes. */
export const timedMethods = ['cairn', 'similo', 'finder'];

/** Each page is new to what runs in it: what is slow at first shows. Peers that search for a selector take their time, and get fewer controls. */
const pages = 8;
const [controls, controlsOfPeers] = [40, 4];

/** A table of how long each method takes on a large page of our own, side by side: median / 95th percentile, in milliseconds. */
export async function speedTable(methods: readonly string[]): Promise<string> {
  const script = await bundle(join(import.meta.dirname, 'in-page/bench.ts'), 'bench');
  const browser = await openChromium();
  const lines: string[] = [];
  try {
    for (const method of methods) {
      const speeds: Speed[] = [];
      for (let i = 0; i < (method === 'cairn' ? pages : 2); i++) {
        const page = await openPage(browser);
        await page.evaluate(script);
        speeds.push(
          await page.evaluate(([method, count]) => bench.speedOfLargePage(method, count), [
            method,
            method === 'cairn' ? controls : controlsOfPeers,
          ] as const),
        );
        await page.close();
      }
      if (!lines.length) lines.push(head(speeds[0]!.nodes));
      lines.push(`${method.padEnd(24)}${acts.map((act) => said(speeds.flatMap((speed) => speed[act]))).join('')}`);
    }
  } finally {
    await browser.close();
  }
  return lines.join('\n');
}

const acts = ['first', 'describe', 'lookup', 'update', 'firstLookup'] as const;
const head = (nodes: number): string =>
  `Speed on a page of ${nodes} nodes, ms, median / p95\n${''.padEnd(24)}${['first reading', 'describe', 'look-up', 'reading after changes', 'first look-up then'].map((one) => one.padStart(23)).join('')}`;

const said = (ms: number[]): string => `${percentile(ms, 0.5).toFixed(1)} / ${percentile(ms, 0.95).toFixed(1)}`.padStart(23);
