import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { appNames } from '../../apps/apps.ts';
import { builtExtension } from '../../journeys/harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from '../../journeys/harness/chromium.ts';
import { eventually } from '../../journeys/harness/eventually.ts';
import { overlaySurface } from '../../journeys/harness/overlay-in-chromium.ts';
import { freshSigner } from '../../journeys/harness/pack.ts';
import type { ManagedPolicy } from '../../journeys/harness/policy-content.ts';
import { registeredScripts, untilRegistered } from '../../journeys/harness/registered-scripts.ts';
import { scriptOfPeer } from '../friction/peers.ts';
import { runningApps } from '../running-apps.ts';
import { appPage } from './app-page.ts';
import { heavyPageServed } from './heavy-page-served.ts';
import { measureCost, observeResponsiveness, type Row } from './measure.ts';
import type { MeasuredPage } from './measured-page.ts';
import { printCosts } from './print-costs.ts';
import { isAsked, isScriptOf, policyOf, type Variant, variantsFor } from './variants.ts';

interface Options {
  json: string | undefined;
  /** Pattern for `page · variant`. */
  only: string | undefined;
  /** Names of the real apps, with commas; all of them unless told, "none" for none. */
  apps: string | undefined;
}

/** Milliseconds of each measurement, and until a page has settled. */
const SPAN_MS = 10_000;
const SETTLING_MS = 4000;
/** Milliseconds until Cairn is in a page, on a machine that has other work as well. */
const LOADING_MS = 20_000;

/** What Cairn and its peers cost a page, untouched and in use, in one run. */
export async function benchPages({ json, only, apps }: Options): Promise<void> {
  await using lifetime = new AsyncDisposableStack();
  const wanted = new RegExp(only ?? '');
  const signer = await freshSigner();
  const chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: {} });
  await untilPolicyIsRead(chromium);
  const rows: Row[] = [];
  for await (const measured of measuredPages(lifetime, apps)) {
    for (const variant of variantsFor(measured)) {
      if (!wanted.test(`${measured.name} · ${variant.name}`)) continue;
      await comeIntoForce(chromium, await policyOf(variant, measured, signer));
      rows.push(...(await measureVariant(chromium, measured, variant)));
      if (json) await writeFile(json, JSON.stringify({ spanMs: SPAN_MS, rows }, null, 2));
    }
  }
  printCosts(rows);
}

/** The page of our own, and one real app after another. */
async function* measuredPages(lifetime: AsyncDisposableStack, apps: string | undefined): AsyncGenerator<MeasuredPage> {
  yield await heavyPageServed(lifetime);
  const names = apps === 'none' ? [] : (apps?.split(',') ?? appNames);
  for await (const { journey, url } of runningApps(names)) yield appPage(journey, url);
}

/** Chromium reads its policies once it has started, and a page that never rests keeps it from having started. */
const untilPolicyIsRead = ({ worker }: ChromiumJourney): Promise<true> =>
  eventually(
    async () => (await worker()).evaluate<boolean>(`chrome.storage.session.get().then((all) => 'appliedPolicy' in all)`),
    () => 'The extension did not read its policy',
    LOADING_MS,
  );

/** Empties the policy first: what the last variant had must be gone before the next is waited for. */
async function comeIntoForce(chromium: ChromiumJourney, policy: ManagedPolicy): Promise<void> {
  if ((await registeredScripts(chromium)) > 0) {
    await chromium.setPolicy({});
    await eventually(
      async () => (await registeredScripts(chromium)) === 0,
      () => 'The extension did not take its script back',
      LOADING_MS,
    );
  }
  const { apps } = policy as { apps: readonly unknown[] };
  if (apps.length === 0) return;
  await chromium.setPolicy(policy);
  await untilRegistered(chromium, LOADING_MS);
}

async function measureVariant({ context }: ChromiumJourney, measured: MeasuredPage, variant: Variant): Promise<Row[]> {
  const tab = await context.newPage();
  await tab.addInitScript(observeResponsiveness);
  if (variant.tool === 'posthog' || variant.tool === 'datadog') await tab.addInitScript({ content: peerScript(variant.tool) });
  await measured.open(tab);
  const overlay = overlaySurface(tab, LOADING_MS);
  if (variant.tool === 'cairn') await overlay.find({ role: 'button', name: /^Cairn/ });
  if (variant.showsTip) await overlay.find({ role: 'button', name: /^Tip: / });
  await tab.waitForTimeout(SETTLING_MS);
  const common = { page: tab, browser: context.browser()!, isTool: isScriptOf(variant.tool), isAsked };
  const name = { page: measured.name, variant: variant.name };
  const uses = { untouched: () => tab.waitForTimeout(SPAN_MS), 'in use': () => useFor(SPAN_MS, tab, measured) };
  const rows: Row[] = [];
  for (const [use, act] of Object.entries(uses)) {
    const row = { ...name, use: use as Row['use'], cost: await measureCost({ ...common, act }) };
    console.log(`${row.page} · ${row.variant} · ${use}: ${row.cost.share.toFixed(2)} % of ${row.cost.busyMs.toFixed(0)} ms`);
    rows.push(row);
  }
  await tab.close();
  return rows;
}

/** In the top document alone, as a site includes it; once its body is there. */
const peerScript = (tool: 'posthog' | 'datadog') => `if (self === top) addEventListener('DOMContentLoaded', () => {
${scriptOfPeer(tool)}
}, { once: true });
//# sourceURL=${'https://bench.invalid/bench-peer/'}${tool}.js`;

/** A person at work, for so long and until they have done all they do. */
async function useFor(ms: number, tab: Page, { act }: MeasuredPage): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) await act(tab);
}
