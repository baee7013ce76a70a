import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { type FirefoxJourney, startFirefox } from './harness/firefox.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
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
let firefox: FirefoxJourney;

beforeAll(async () => {
  run = await startLeakRun(lifetime, 120, 20261201);
  firefox = await startFirefox({ lifetime, extension: builtExtension('firefox'), policy: run.policy });
});

test('in Firefox nothing personal that a page shows, a person types or chooses is stored by the extension, sent to the hub or kept there', async () => {
  const page = await firefox.newPage();
  await page.setViewport(VIEWPORT);
  await page.goto(run.address);
  const cairn = overlaySurface(page);
  await cairn.find(launcher);
  await useLeakPage(page, cairn);

  const signals = await signalsAtHub(run);
  expect(signals.filter((signal) => signal === 'no-response').length).toBeGreaterThan(40);
  expect(signals).toContain('repeat-click');

  const status = await firefox.extensionPage('status.html');
  const stored = (await status.evaluate(everythingStored)) as string;
  const places = { stored, sent: run.proxy.received(), atHub: await everythingAtHub(run) };
  for (const place of Object.values(places)) expect(place).toContain('no-response');
  const found = Object.entries(places).map(([name, text]) => [name, leaked(text, run)]);
  expect(Object.fromEntries(found)).toEqual({ stored: [], sent: [], atHub: [] });
  expect(leaked(await page.content(), run).length).toBeGreaterThan(run.page.canaries.length / 2);
});
