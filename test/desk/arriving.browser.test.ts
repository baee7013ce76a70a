import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DeskInBrowser, deskInBrowser, type Visit } from './desk-in-browser.ts';
import { feedback, severalPieces } from './feedback.ts';

let desk: DeskInBrowser;
let visit: Visit;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  desk.hub.mood = 'well';
  desk.hub.items = severalPieces();
  visit = await desk.visit();
  page = visit.page;
  await page.goto(desk.hub.link());
  await rows().first().waitFor();
});
afterEach(() => page.context().close());

const rows = () => page.getByRole('list', { name: 'Feedback, newest first' }).getByRole('link');
const show = (label: string) => page.getByRole('button', { name: label });
const announced = () => page.locator('[role=status].unseen').textContent();

test('new feedback is offered within three seconds and announced, and nothing on the screen moves', async () => {
  await rows().nth(4).focus();
  const before = await rows().nth(4).boundingBox();
  const from = performance.now();
  desk.hub.items.push(feedback({ words: 'Fresh from the page' }));
  await show('1 new — show').waitFor();
  expect(performance.now() - from).toBeLessThan(3_000);
  expect(await announced()).toBe('1 new. The button above the list shows it.');
  expect(await page.title()).toBe('1 new · Backlog · Cairn desk');
  expect(await rows().nth(4).boundingBox()).toEqual(before);
  expect(
    await rows()
      .nth(4)
      .evaluate((row) => row === document.activeElement),
  ).toBe(true);
  desk.hub.items.push(feedback(), feedback());
  await show('3 new — show').click();
  expect(await rows().count()).toBe(13);
  await expect
    .poll(() =>
      rows()
        .first()
        .evaluate((row) => row === document.activeElement),
    )
    .toBe(true);
  expect(await rows().nth(2).textContent()).toContain('Fresh from the page');
});

test('a later comment is offered as an update and appears in the open item on demand', async () => {
  await rows().first().click();
  await page.getByText('No comment').waitFor();
  Object.assign(desk.hub.items.at(-1)!, { words: 'These came a moment later' });
  desk.hub.items[desk.hub.items.length - 1] = { ...desk.hub.items.at(-1)! };
  await show('1 updated — show').waitFor();
  await page.getByText('No comment').waitFor();
  await show('1 updated — show').click();
  await page.getByRole('blockquote').getByText('These came a moment later').waitFor();
});

test('an empty backlog explains itself, and the first item appears by itself', async () => {
  desk.hub.items = [];
  await page.reload();
  await page.getByText('People give it with one click').waitFor();
  desk.hub.items.push(feedback({ words: 'The very first' }));
  await rows().filter({ hasText: 'The very first' }).waitFor();
});

test('an item that the filters exclude is not announced', async () => {
  await page.getByLabel('App').selectOption('stock');
  await expect.poll(() => rows().count()).toBe(1);
  desk.hub.items.push(feedback({ app: 'orders' }));
  desk.hub.items.push(feedback({ app: 'stock' }));
  await show('1 new — show').waitFor();
});

test('an outage is announced, keeps the list, and is retried at once on demand', async () => {
  desk.hub.mood = 'silent';
  const notice = page.getByRole('complementary', { name: 'Connection' });
  await notice.getByText('The hub does not answer.').waitFor();
  expect(await notice.textContent()).toMatch(/Its last answer came at \d\d:\d\d:\d\d\./);
  expect(await announced()).toBe('The hub does not answer. The desk keeps trying.');
  expect(await rows().count()).toBe(10);
  await page.waitForTimeout(3_500); // the second failure: by itself the desk now waits six seconds
  desk.hub.items.push(feedback());
  desk.hub.mood = 'well';
  await notice.getByRole('button', { name: 'Try now' }).click();
  await show('1 new — show').waitFor({ timeout: 3_000 });
  expect(await notice.count()).toBe(0);
});

test('a hidden tab asks the hub nothing, and asks again once it is shown', async () => {
  const visit = await desk.visit();
  await visit.page.clock.install();
  await visit.page.goto(desk.hub.link());
  await visit.page.getByRole('heading', { name: 'Focus-session backlog' }).waitFor();
  await page.goto('about:blank'); // the other visit of this file polls as well
  const setVisibility = (value: 'hidden' | 'visible') =>
    visit.page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, value);
  await setVisibility('hidden');
  await visit.page.clock.runFor(10_000);
  const asked = desk.hub.asked.length;
  await visit.page.clock.runFor(60_000);
  expect(desk.hub.asked.length).toBe(asked);
  await setVisibility('visible');
  await visit.page.clock.runFor(100);
  await expect.poll(() => desk.hub.asked.length).toBeGreaterThan(asked);
  await visit.page.context().close();
});
