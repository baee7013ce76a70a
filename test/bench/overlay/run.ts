import { writeFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { builtExtension } from '../../journeys/harness/built-extension.ts';
import { startChromium } from '../../journeys/harness/chromium.ts';
import { overlaySurface } from '../../journeys/harness/overlay-in-chromium.ts';
import { freshSigner } from '../../journeys/harness/pack.ts';
import { serve } from '../../journeys/harness/serve.ts';
import { busyPack, busyPage } from './busy-page.ts';
import { ownShare } from './own-share.ts';

interface Row {
  page: string;
  shown: string;
  /** Share of a core that our own script took, in percent. */
  ours: number;
  /** Share of a core that the page's main thread took in all, in percent. */
  all: number;
}

/** Milliseconds of each measurement. */
const span = 5000;

/** Milliseconds until a page and the beacon's first breaths are over. */
const settling = 4500;

/** What Cairn costs a page: side by side, with Cairn and without, idle and while 1,000 nodes a second change. */
export async function benchOverlay({ json }: { json: string | undefined }): Promise<void> {
  await using lifetime = new AsyncDisposableStack();
  const page = () => ({ type: 'text/html; charset=utf-8', body: busyPage });
  const [app, elsewhere] = [await serve(lifetime, page), await serve(lifetime, page)];
  const signer = await freshSigner();
  const policy = {
    apps: [{ id: 'busy', name: 'Busy', origins: [app] }],
    packs: [{ jws: await signer.sign(busyPack) }],
    keys: [signer.key],
    switches: { feedback: true },
  };
  const chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy });
  const rows: Row[] = [];
  for (const [name, origin, shown] of [
    ['idle', elsewhere, 'without Cairn'],
    ['idle', app, 'tip shown'],
    ['1,000 nodes/s', elsewhere, 'without Cairn'],
    ['1,000 nodes/s', app, 'tip shown'],
  ] as const) {
    const tab = await chromium.context.newPage();
    await tab.goto(`${origin}/${name === 'idle' ? '' : '?busy'}`);
    if (origin === app) await overlaySurface(tab).find({ role: 'button', name: 'Tip: Save' });
    await tab.waitForTimeout(settling);
    rows.push({ page: name, shown, ...(await measure(tab)) });
    await tab.close();
  }
  console.log('Share of one core, in percent, over 5 s each; one Chromium, one run.');
  console.table(rows.map(({ ours, all, ...row }) => ({ ...row, 'our script': ours.toFixed(2), 'main thread': all.toFixed(2) })));
  if (json) await writeFile(json, JSON.stringify({ rows }, null, 2));
}

async function measure(page: Page): Promise<Pick<Row, 'ours' | 'all'>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Performance.enable');
  const before = await busy(session);
  await session.send('Profiler.start');
  await page.waitForTimeout(span);
  const { profile } = await session.send('Profiler.stop');
  const after = await busy(session);
  return { ours: 100 * ownShare(profile), all: (100 * (after.task - before.task)) / (after.time - before.time) };
}

/** Seconds that the main thread has worked, and the time of day, both as the browser counts them. */
async function busy(session: CDPSession): Promise<{ task: number; time: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { task: value('TaskDuration'), time: value('Timestamp') };
}
