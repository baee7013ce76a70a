import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { startActsApp } from './acts-app.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/surface-in-firefox.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { useFirefox } from './use-browser.ts';

const started = useFirefox(startActsApp);
const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

/** What the page's own script holds. */
declare const done: string[];

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await (await page.waitForSelector(selector))!.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Our card lies over what a press opens for a moment, and then makes way. */
const isUncovered = (page: Page, selector: string) =>
  eventually(
    () =>
      page.$eval(selector, (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2) === element;
      }),
    () => `${selector} is covered`,
  );

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 2 });
  await page.mouse.up();
}

async function receipt(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-receipt-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'receipt.txt');
  await writeFile(file, 'Sample');
  return file;
}

test('in Firefox pointing, choosing, a double click, drags by key and by pointer and a file each complete their step', async () => {
  const page = await started.firefox.newPage(`${started.stage.app}/board.html`);
  const cairn = overlaySurface(page);
  await cairn.click({ role: 'button', name: 'Cairn: feedback and guides' });
  await cairn.click({ role: 'button', name: 'Tidy the board' });
  const isAt = (nth: number) => waitForStepFound(cairn, { role: 'dialog', name: new RegExp(`step ${nth} of 6$`) });
  const hasDone = (...what: string[]) =>
    eventually(
      async () => JSON.stringify(await page.evaluate(() => done)) === JSON.stringify(what),
      async () => `Not done: ${what}, but ${JSON.stringify(await page.evaluate(() => done))}`,
    );
  await isAt(1);
  await page.hover('#menu');
  await isAt(2);
  await page.click('#state');
  await isUncovered(page, '#options [role=option]:last-child');
  await page.click('#options [role=option]:last-child');
  await hasDone('pointed', 'chosen');
  await isAt(3);
  await isUncovered(page, '#row');
  await page.click('#row', { count: 2 });
  await hasDone('pointed', 'chosen', 'opened');
  await isAt(4);
  // The browser's own drag and drop is left to people: WebDriver begins it in Firefox, and never drops.
  await page.focus('#card');
  for (const key of [' ', 'ArrowDown', ' '] as const) await page.keyboard.press(key);
  await hasDone('pointed', 'chosen', 'opened', 'lowered');
  await isAt(5);
  await isUncovered(page, '#knob');
  const knob = await middleOf(page, '#knob');
  await drag(page, knob, { x: knob.x + 120, y: knob.y });
  await hasDone('pointed', 'chosen', 'opened', 'lowered', 'moved');
  await isAt(6);
  const field = (await page.waitForSelector('#receipt')) as unknown as { uploadFile(...files: string[]): Promise<void> };
  await field.uploadFile(await receipt());
  await eventually(
    async () => (await cairn.text()).includes('You have reached the end'),
    () => cairn.text(),
  );
  expect(await page.evaluate(() => done)).toContain('attached');
  await page.close();
});
