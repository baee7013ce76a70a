import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { builtExtension } from '../../journeys/harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from '../../journeys/harness/chromium.ts';
import { eventually } from '../../journeys/harness/eventually.ts';
import { freshSigner } from '../../journeys/harness/pack.ts';
import { scriptOfPeer } from '../friction/peers.ts';
import { HEAVY_CONTROL, heavyPageServed, type MeasuredPage } from './heavy-page-served.ts';
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
const LOADING_MS = 20_000;
const MIN_LISTENERS = 40;

/** What Cairn and its peers cost a page, untouched and in use, in one run. */
export async function benchPages({ json, only }: Options): Promise<void> {
  await using lifetime = new AsyncDisposableStack();
  const wanted = new RegExp(only ?? '');
  const signer = await freshSigner();
  const variants = variantsFor(HEAVY_CONTROL).filter(({ name }) => wanted.test(`heavy · ${name}`));
  const placed = await Promise.all(variants.map(async (variant) => ({ variant, ...(await heavyPageServed(lifetime)) })));
  const policy = (friction: boolean) => policyOf(placed, friction, signer);
  const extension = builtExtension('chrome');
  const chromium = await startChromium({ lifetime, extension, policy: await policy(true) });
  await untilRegistered(chromium);
  const rows: Row[] = [];
  for (const { variant, ...measured } of placed) {
    if (variant.friction === false) await chromium.setPolicy(await policy(false));
    for (const row of await measureVariant(chromium, measured, variant)) {
      rows.push(row);
      console.log(
        `${row.page} · ${row.variant} · ${row.use}: ${row.cost.share.toFixed(2)} % of ${row.cost.busyMs.toFixed(0)} ms`,
      );
    }
    if (variant.friction === false) await chromium.setPolicy(await policy(true));
    if (json) await writeFile(json, JSON.stringify({ spanMs: SPAN_MS, rows }, null, 2));
  }
  printCosts(rows);
}

async function measureVariant({ context }: ChromiumJourney, measured: MeasuredPage, variant: Variant): Promise<Row[]> {
  const tab = await context.newPage();
  await tab.addInitScript(observeResponsiveness);
  if (variant.tool === 'posthog' || variant.tool === 'datadog') await tab.addInitScript({ content: peerScript(variant.tool) });
  await measured.open(tab);
  if (variant.tool === 'cairn') await untilCairnListens(tab);
  await tab.waitForTimeout(SETTLING_MS);
  const common = { page: tab, browser: context.browser()!, isTool: isScriptOf(variant.tool) };
  const name = { page: measured.name, variant: variant.name };
  const untouched = await measureCost({ ...common, act: () => tab.waitForTimeout(SPAN_MS) });
  const inUse = await measureCost({ ...common, act: () => useFor(SPAN_MS, tab, measured) });
  await tab.close();
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

/** A page that loads before the extension knows its policy is none of its own. */
async function untilRegistered({ worker }: ChromiumJourney): Promise<void> {
  const extension = await worker();
  await eventually(
    () => extension.evaluate<boolean>('chrome.scripting.getRegisteredContentScripts().then(({ length }) => length > 0)'),
    () => 'The extension did not register its script',
    LOADING_MS,
  );
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
