import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { eventually } from './harness/eventually.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { useScreens } from './harness/screens.ts';
import type { Surface } from './harness/surface.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
import { useFirefox } from './use-browser.ts';
import { startWalkApp } from './walk-app.ts';

const started = useFirefox(startWalkApp);
const shots = useScreens('walk-firefox');

const button = (name: string | RegExp) => ({ role: 'button', name });
const step = (n: number, of = 6) => ({ role: 'dialog', name: new RegExp(`step ${n} of ${of}$`) });

/** What the page's own script holds. */
declare const walk: { state: { amount: string; terms: string; saved: number }; heard: string[] };
const state = (page: Page) => page.evaluate(() => walk.state);

async function begin(): Promise<{ page: Page; cairn: Surface }> {
  const page = await started.firefox.newPage(`${started.stage.app}/order.html`);
  const cairn = overlaySurface(page);
  await cairn.click(button('Cairn: feedback and guides'));
  await cairn.click(button('Place an order'));
  return { page, cairn };
}

const says = (cairn: Surface, words: string, within?: number) =>
  eventually(
    async () => (await cairn.text()).includes(words),
    async () => `Not said: ${words}. Said: ${await cairn.text()}`,
    within,
  );

test('in Firefox show mode plays the steps with the ghost pointer, waits while paused, and sends no event to the page', async () => {
  const { page, cairn } = await begin();
  await cairn.click(button('Show me'));
  await cairn.click(button('Speed: 1×'));
  await cairn.find(step(1));
  await shots.take(page, 'ghost');
  await cairn.click(button('Pause'));
  await cairn.find(button('Resume'));
  await page.evaluate(() => {
    walk.heard.length = 0;
  });
  await pageHasRun(page, 2000);
  await cairn.find(step(1));
  expect(await page.evaluate(() => walk.heard)).toEqual([]);
  await cairn.click(button('Resume'));
  await page.evaluate(() => {
    walk.heard.length = 0;
  });
  await cairn.find(step(3));
  await says(cairn, 'That’s the whole process', 20_000);
  expect(await page.evaluate(() => walk.heard)).toEqual([]);
  expect(await state(page)).toEqual({ amount: '', terms: '', saved: 0 });
  await cairn.click(button('Close'));
  await page.close();
});

test('in Firefox do mode confirms every act, a submission twice, and survives a reload with a stopped event page', async () => {
  const { page, cairn } = await begin();
  await cairn.click(button('Do it for me'));
  await says(cairn, 'Cairn will enter “5000” here.');
  expect(await state(page)).toMatchObject({ amount: '' });
  await cairn.click(button('Go ahead'));
  await says(cairn, 'Cairn will choose “Net 60” here.');
  expect(await state(page)).toMatchObject({ amount: '5000' });
  await started.firefox.stopBackground();
  await page.reload();
  await says(cairn, 'Cairn will choose “Net 60” here.');
  await cairn.click(button('Go ahead'));
  await says(cairn, 'Cairn will click this.');
  expect(await state(page)).toMatchObject({ terms: 'n60', saved: 0 });
  await cairn.click(button('Go ahead'));
  await says(cairn, 'This may not be undoable. Let Cairn click “Save”?');
  await shots.take(page, 'asked-again');
  expect(await state(page)).toMatchObject({ saved: 0 });
  await cairn.click(button('Yes, go ahead'));
  // The page's state lost its amount with the reload, so the order needs no approval; it gets its number, and the walkthrough its end.
  await cairn.find(step(5, 5));
  expect(await state(page)).toMatchObject({ saved: 1 });
  await cairn.click(button('Finish'));
  await says(cairn, 'You have reached the end');
  await page.close();
});
