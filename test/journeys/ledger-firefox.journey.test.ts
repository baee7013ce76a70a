import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { eventually } from './harness/eventually.ts';
import { type FirefoxJourney, startFirefox } from './harness/firefox.ts';
import { type Screens, startScreens } from './harness/screens.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let stage: JourneyStage;
let firefox: FirefoxJourney;
let shots: Screens;

beforeAll(async () => {
  stage = await startStage(lifetime);
  shots = await startScreens('ledger-firefox');
  firefox = await startFirefox({ lifetime, extension: builtExtension('firefox'), policy: stage.policy });
});

type OwnPage = Awaited<ReturnType<FirefoxJourney['extensionPage']>>;
const words = (page: OwnPage) => page.evaluate(() => document.body.innerText);
const shows = (page: OwnPage, said: RegExp) =>
  eventually(
    async () => said.test(await words(page)),
    () => words(page),
  );

test('in Firefox feedback is in the panel, is deleted on the device and at the hub with a receipt, and a pause survives a stopped event page', async () => {
  const page = await firefox.newPage(`${stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click({ role: 'button', name: 'Cairn: feedback and guides' });
  await cairn.click({ role: 'button', name: 'This slowed me down' });
  const { id } = await stage.arrives(({ choice }) => choice === 'slowed');

  const panel = await firefox.extensionPage('panel.html#mine');
  await shows(panel, /Your feedback: This slowed me down[\s\S]*Sent at .* because you clicked\./);
  await panel.click('.record .acts > button');
  await panel.click('.record .grave');
  await shows(panel, /Erased at the hub on/);
  await shots.take(panel, 'receipt');
  expect((await stage.backlog()).map((item) => item.id)).not.toContain(id);

  await panel.click('.switch-row:nth-child(2) .switch');
  await shows(panel, /Recording is paused until [0-9]/);
  await panel.select('.switch-row:nth-child(2) select', 'open');
  await shows(panel, /Recording is paused until you resume it\./);
  await shots.take(panel, 'paused');
  await firefox.stopBackground();
  const again = await firefox.extensionPage('panel.html#mine');
  await shows(again, /Recording is paused until you resume it\./);
  await Promise.all([page.close(), panel.close(), again.close()]);
});
