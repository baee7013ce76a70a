import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import {
  everythingAtHub,
  everythingStored,
  type LeakRun,
  launcher,
  leaked,
  signalsAtHub,
  startLeakRun,
  useLeakPage,
  VIEWPORT,
} from './leak-run.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let run: LeakRun;
let chromium: ChromiumJourney;

beforeAll(async () => {
  run = await startLeakRun(lifetime, 250, 20261130);
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: run.policy });
});

test('in Chromium nothing personal that a page shows, a person types or chooses is stored by the extension, sent to the hub or kept there', async () => {
  const worker = await chromium.worker();
  const page = await chromium.context.newPage();
  await page.setViewportSize(VIEWPORT);
  await page.goto(run.address);
  const cairn = overlaySurface(page, 60_000); // the accessibility tree of such a page takes seconds
  // Our host is awaited first: asked before it is there, the accessibility tree of a page with closed roots goes without it.
  await page.waitForFunction('document.documentElement.children.length > 2');
  await cairn.find(launcher);
  await useLeakPage(page, cairn);

  const signals = await signalsAtHub(run);
  expect(signals.filter((signal) => signal === 'no-response').length).toBeGreaterThan(100);
  expect(signals).toContain('repeat-click');

  const stored = (await worker.evaluate(everythingStored)) as string;
  const places = { stored, sent: run.proxy.received(), atHub: await everythingAtHub(run) };
  for (const place of Object.values(places)) expect(place).toContain('no-response');
  const found = Object.entries(places).map(([name, text]) => [name, leaked(text, run)]);
  expect(Object.fromEntries(found)).toEqual({ stored: [], sent: [], atHub: [] });
  expect(leaked(await page.content(), run).length).toBeGreaterThan(run.page.canaries.length / 2);
});
