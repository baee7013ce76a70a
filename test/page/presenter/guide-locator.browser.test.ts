import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundle } from '../../bench/locate/bundle.ts';
import { startSmallApp } from '../../journeys/harness/small-app.ts';
import { localized, step, walkthrough } from '../../player/a-guide.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';
import type * as made from './in-page/guide-locator.ts';

declare const seeking: typeof made;
declare let walking: ReturnType<typeof made.walk>;

const lifetime = new AsyncDisposableStack();
let browser: Browser;
let page: Page;
let script: string;
let origin: string;
beforeAll(async () => {
  [browser, script, origin] = await Promise.all([
    sharedChromium(),
    bundle(join(import.meta.dirname, 'in-page/guide-locator.ts'), 'seeking'),
    startSmallApp({ lifetime, folder: join(import.meta.dirname, '../../pages/walk') }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await lifetime.disposeAsync();
});
beforeEach(async () => {
  page = await browser.newPage();
});

const guide = walkthrough([
  step('save', { anchor: { role: 'button', name: 'Save' }, at: '/list.html', advance: { on: 'click' } }),
  step('done', { anchor: undefined, body: { rich: [], language: 'en' }, title: localized('Done') }),
]);

/** The page with this in it, and the walkthrough begun there and on screen. */
async function begin(html: string): Promise<void> {
  await page.goto(`${origin}/list.html`);
  await page.evaluate((content) => {
    document.body.innerHTML = content;
  }, html);
  await page.evaluate(`${script};globalThis.walking = seeking.walk(${JSON.stringify(guide)})`);
  await expect.poll(phases).toEqual(['save seeking', 'save showing']);
}
const phases = () => page.evaluate(() => walking.phases);
const push = (address: string) => page.evaluate((to) => history.pushState(null, '', to), address);

test('a change of address does not locate the step again while its control stays', async () => {
  await begin('<button>Save</button>');
  for (const address of ['?q=4', '?q=47', '#/details', '/list.html?tab=2']) await push(address);
  expect(await phases()).toEqual(['save seeking', 'save showing']);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(phases).toEqual(['save seeking', 'save showing', 'done showing']);
});

test('a click is noticed although its press has changed the address before', async () => {
  await begin(`<button onpointerdown="history.pushState(null, '', '?pressed')">Save</button>`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => page.evaluate(() => walking.step())).toBe('done');
});

test('a control that the page renders again with the address is found again', async () => {
  await begin('<button>Save</button>');
  await page.evaluate(() => {
    history.pushState(null, '', '?record=2');
    document.querySelector('button')!.remove();
    const redraw = setInterval(() => {
      if (walking.phases.at(-1) !== 'save seeking') return;
      clearInterval(redraw);
      document.body.append(Object.assign(document.createElement('button'), { textContent: 'Save' }));
    }, 50);
  });
  await expect.poll(phases).toEqual(['save seeking', 'save showing', 'save seeking', 'save showing']);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => page.evaluate(() => walking.step())).toBe('done');
});

test('leaving the page of the step pauses the walkthrough, and returning resumes it', async () => {
  await begin('<button>Save</button>');
  await push('/customer.html');
  await expect.poll(phases).toEqual(['save seeking', 'save showing', 'save paused']);
  await page.goBack();
  await expect.poll(async () => (await phases()).at(-1)).toBe('save showing');
});

const ROWS = ['Name', 'Street', 'Town', 'Country', 'Telephone'].map((name) => `<p><label>${name} <input></label></p>`).join('');
const FORM = `<h1>Customer</h1><form>${ROWS}<button type="button" id="save">Save</button><button type="button">Cancel</button></form><footer><a href="/help">Help</a></footer>`;
const MOVE = `document.querySelector('footer').append(document.querySelector('#save'))`;
const recorded = () => page.evaluate(() => walking.recorded);

/** The form after a change, and a step about its button as it was recorded before. */
async function beginChanged(change: string): Promise<void> {
  // Time stands still but for what the test lets run.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await page.goto(`${origin}/list.html`);
  await page.evaluate((content) => {
    document.body.innerHTML = content;
  }, FORM);
  await page.evaluate(`${script};globalThis.seeking = seeking`);
  const anchor = await page.evaluate(() => seeking.anchorOf('#save'));
  const [save, done] = guide.steps;
  await page.evaluate(change);
  await page.evaluate(`globalThis.walking = seeking.walk(${JSON.stringify({ ...guide, steps: [{ ...save, anchor }, done] })})`);
  await page.clock.runFor(1000);
  await expect.poll(phases).toEqual(['save seeking', 'save showing']);
}

test('a control that stays found with less confidence than recorded is recorded as weak, once', async () => {
  await beginChanged(MOVE);
  expect(await recorded()).not.toContain('weak');
  await page.clock.runFor(5000);
  expect((await recorded()).filter((what) => what === 'weak')).toEqual(['weak']);
  expect(await phases()).toEqual(['save seeking', 'save showing']);
});

test('a control is not recorded as weak where the page was only not drawn yet', async () => {
  await beginChanged(MOVE);
  await page.evaluate(() => document.querySelector('form button')!.before(document.querySelector('#save')!));
  await page.clock.runFor(5000);
  expect(await recorded()).not.toContain('weak');
});

test('a control of which nothing has changed is not recorded as weak', async () => {
  await beginChanged('');
  await page.clock.runFor(5000);
  expect(await recorded()).not.toContain('weak');
});
