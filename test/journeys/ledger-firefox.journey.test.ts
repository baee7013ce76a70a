import { expect, test } from 'vitest';
import { eventually } from './harness/eventually.ts';
import { useScreens } from './harness/screens.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
import { startStage } from './stage.ts';
import { useFirefox } from './use-browser.ts';

const started = useFirefox(startStage);
const shots = useScreens('ledger-firefox');

type OwnPage = Awaited<ReturnType<(typeof started.firefox)['extensionPage']>>;
const words = (page: OwnPage) => page.evaluate(() => document.body.innerText);
const shows = (page: OwnPage, said: RegExp) =>
  eventually(
    async () => said.test(await words(page)),
    () => words(page),
  );

test('in Firefox feedback is in the panel, is deleted on the device and at the hub with a receipt, and a pause survives a stopped event page', async () => {
  const page = await started.firefox.newPage(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click({ role: 'button', name: 'Cairn: feedback and guides' });
  await cairn.click({ role: 'button', name: 'This slowed me down' });
  const { id } = await started.stage.arrives(({ choice }) => choice === 'slowed');

  const panel = await started.firefox.extensionPage('panel.html#mine');
  await shows(panel, /Your feedback: This slowed me down[\s\S]*Sent at .* because you clicked\./);
  await panel.click('.record .acts > button');
  await panel.click('.record .grave');
  await shows(panel, /Erased at the hub on/);
  await shots.take(panel, 'receipt');
  expect((await started.stage.backlog()).map((item) => item.id)).not.toContain(id);

  await panel.click('.switch-row:nth-child(2) .switch');
  // Shortly before midnight the time has its date before it.
  await shows(panel, /Recording is paused until .*[0-9]:[0-9]{2}/);
  await panel.select('.switch-row:nth-child(2) select', 'open');
  await shows(panel, /Recording is paused until you resume it\./);
  await shots.take(panel, 'paused');
  await started.firefox.stopBackground();
  const again = await started.firefox.extensionPage('panel.html#mine');
  await shows(again, /Recording is paused until you resume it\./);
  await Promise.all([page.close(), panel.close(), again.close()]);
});
