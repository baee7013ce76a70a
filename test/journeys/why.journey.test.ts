import { expect, test } from 'vitest';
import { startAwkward } from './awkward/stage.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { useScreens } from './harness/screens.ts';
import { useChromium } from './use-browser.ts';

const started = useChromium(startAwkward);
const shots = useScreens('why');

test('the status page names the rule that decides for each guide, for an open page or an address', async () => {
  const page = await started.chromium.context.newPage();
  await page.goto(`${started.stage.app}/plain.html`);
  const cairn = overlaySurface(page);
  await cairn.click({ role: 'button', name: 'Tip: Approving' });
  await cairn.click({ role: 'button', name: 'Don’t show this tip again' });
  const status = await started.chromium.context.newPage();
  await status.goto(`chrome-extension://${started.chromium.extensionId}/status.html`);
  const section = status.getByRole('region', { name: 'Why is a guide shown or not?' });
  const reasonOf = (key: string) => section.getByRole('listitem').filter({ has: status.getByText(key, { exact: true }) });
  expect(await section.getByLabel('Address of the page').inputValue()).toBe(`${started.stage.app}/plain.html`);
  await section.getByRole('button', { name: 'Check' }).click();
  await reasonOf('awkward/approve').waitFor();
  expect(await reasonOf('awkward/approve').innerText()).toContain('Not shown · You dismissed it; it will not appear before');
  expect(await reasonOf('awkward/release').innerText()).toContain(
    'Not shown · The address matches none of its places: /spa/release',
  );
  expect(await reasonOf('awkward/approve-one').innerText()).toContain('Shown · It is listed when Cairn is opened');
  await shots.take(status, 'why');
  await section.getByLabel('Address of the page').fill(`${started.stage.app}/form.html`);
  await section.getByRole('button', { name: 'Check' }).click();
  await reasonOf('awkward/one-step').getByText('Shown · It appears once').waitFor();
  await section.getByLabel('Address of the page').fill('https://elsewhere.example/');
  await section.getByRole('button', { name: 'Check' }).click();
  await section.getByText('No app of the policy is at this address.').waitFor();
});
