import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { builtExtension } from '../../journeys/harness/built-extension.ts';
import { startChromium } from '../../journeys/harness/chromium.ts';
import { eventually } from '../../journeys/harness/eventually.ts';
import { freshSigner } from '../../journeys/harness/pack.ts';
import { scriptOfPeer } from '../friction/peers.ts';
import { heavyPageServed, type MeasuredPage } from './heavy-page-served.ts';
import { measureCost, observeResponsiveness, type Row } from './measure.ts';
import { printCosts } from './print-costs.ts';
import { isScriptOf, policyOf, type Variant, variantsFor } from './variants.ts';

interface Options {
  json: string | undefined;
  /** Pattern for `page · variant`. */
  only: string | undefined;
}

/** Milliseconds of each measurement, and until a page has settled. */
const SPAN_MS = 10_000;
const SETTLING_MS = 4000;
/** Milliseconds until Cairn is in a page, on a machine that has other work as well. */
const LOADING_MS = 60_000;
const MIN_LISTENERS = 100;

/** What Cairn and its peers cost a page, untouched and in use, in one run. */
export async function benchPages({ json, only }: Options): Promise<void> {
  await using lifetime = new AsyncDisposableStack();
  const wanted = new RegExp(only ?? '');
  const rows: Row[] = [];
  const measured = await heavyPageServed(lifetime);
  for (const variant of variantsFor(measured.control)) {
    if (!wanted.test(`${measured.name} · ${variant.name}`)) continue;
    const costs = await measureVariant(measured, variant);
    rows.push(...costs);
    for (const { use, cost } of costs)
      console.log(`${measured.name} · ${variant.name} · ${use}: ${cost.share.toFixed(2)} % of ${cost.busyMs.toFixed(0)} ms`);
    if (json) await writeFile(json, JSON.stringify({ spanMs: SPAN_MS, rows }, null, 2));
  }
  printCosts(rows);
}

async function measureVariant(measured: MeasuredPage, variant: Variant): Promise<Row[]> {
  await using lifetime = new AsyncDisposableStack();
  const policy = await policyOf(variant, measured.origin, await freshSigner());
  const chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy });
  const tab = await chromium.context.newPage();
  await tab.addInitScript(observeResponsiveness);
  if (variant.tool === 'posthog' || variant.tool === 'datadog') await tab.addInitScript({ content: peerScript(variant.tool) });
  await measured.open(tab);
  if (variant.tool === 'cairn') await untilCairnListens(tab);
  await tab.waitForTimeout(SETTLING_MS);
  const browser = chromium.context.browser()!;
  const common = { page: tab, browser, isTool: isScriptOf(variant.tool) };
  const name = { page: measured.name, variant: variant.name };
  const untouched = await measureCost({ ...common, act: () => tab.waitForTimeout(SPAN_MS) });
  const inUse = await measureCost({ ...common, act: () => useFor(SPAN_MS, tab, measured) });
  return [
    { ...name, use: 'untouched', cost: untouched },
    { ...name, use: 'in use', cost: inUse },
  ];
}

/** In the top document alone, as a site includes it; once its body is there. */
const peerScript = (tool: 'posthog' | 'datadog') => `if (self === top) addEventListener('DOMContentLoaded', () => {
${scriptOfPeer(tool)}
}, { once: true });
//# sourceURL=${'https://bench.invalid/bench-peer/'}${tool}.js`;

/** A person at work: presses and typing, about twice a second. */
async function useFor(ms: number, tab: Page, { act }: MeasuredPage): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) await act(tab);
}

/** Cairn has many times the listeners of the measured page, and nothing else tells of it where it has nothing to show. */
async function untilCairnListens(tab: Page): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable');
  await eventually(
    async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.some(({ name, value }) => name === 'JSEventListeners' && value > MIN_LISTENERS);
    },
    () => 'Cairn did not start in the page',
    LOADING_MS,
  );
  await session.detach();
}
