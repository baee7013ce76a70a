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

const rows = () => page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link');
const show = () => page.getByRole('button', { name: 'New feedback — show' });
const announced = () => page.locator('[role=status].unseen').textContent();

test('new feedback is offered within seconds and announced, and nothing on the screen moves until it is shown', async () => {
  await rows().nth(4).focus();
  const before = await rows().nth(4).boundingBox();
  desk.hub.items.push(feedback({ words: 'Fresh from the page' }));
  await show().waitFor();
  expect(await announced()).toBe('New feedback has come. The button above the list shows it.');
  expect(await page.title()).toBe('New feedback — show · Inbox · Cairn desk');
  expect(await rows().nth(4).boundingBox()).toEqual(before);
  await show().click();
  await rows().filter({ hasText: 'Fresh from the page' }).waitFor();
  expect(await rows().count()).toBe(11);
  expect(await show().count()).toBe(0);
});

test('a later comment is offered and appears in the open item on demand', async () => {
  await rows().first().click();
  await page.getByText('No comment').waitFor();
  Object.assign(desk.hub.items.at(-1)!, { words: 'These came a moment later' });
  await show().click();
  await page.getByRole('blockquote').getByText('These came a moment later').waitFor();
});

test('an empty inbox explains itself, and the first item appears by itself', async () => {
  desk.hub.items = [];
  await page.reload();
  await page.getByText('People give feedback with one click').waitFor();
  desk.hub.items.push(feedback({ words: 'The very first' }));
  await rows().filter({ hasText: 'The very first' }).waitFor();
});

test('what another facilitator does appears by itself, and an erased item goes, while the focus stays', async () => {
  await rows().nth(4).focus();
  const [first, second] = desk.hub.items.toReversed();
  desk.hub.inbox.changeByOther(first!, { do: 'assign', assignee: desk.hub.inbox.people[1]!.id });
  await rows().first().getByText('Ada Lovelace').waitFor();
  desk.hub.inbox.erase(second!);
  await expect.poll(() => rows().count()).toBe(9);
  expect(
    await rows()
      .nth(3)
      .evaluate((row) => row === document.activeElement),
  ).toBe(true);
});

test('far down in a long list, what others close above does not move what is read', async () => {
  desk.hub.items = Array.from({ length: 300 }, (_, nth) =>
    feedback({ score: 300 - nth, words: `Number ${nth} `.repeat(1 + (nth % 30)) }),
  );
  await page.reload();
  await page.getByText('300 items').waitFor();
  await rows().first().focus();
  await page.keyboard.press('End');
  const target = rows().filter({ hasText: 'Number 295' });
  await target.focus();
  const before = (await target.boundingBox())!.y;
  for (const item of desk.hub.items.slice(0, 20)) desk.hub.inbox.changeByOther(item, { do: 'close', reason: 'done' });
  await page.getByText('280 items').waitFor();
  await expect.poll(async () => Math.abs((await target.boundingBox())!.y - before)).toBeLessThan(2);
  expect(await target.evaluate((row) => row === document.activeElement)).toBe(true);
});

test('an outage is announced, holds the list, and is retried at once on demand', async () => {
  desk.hub.mood = 'silent';
  const notice = page.getByRole('complementary', { name: 'Connection' });
  await notice.getByText('The hub does not answer.').waitFor();
  expect(await notice.textContent()).toMatch(/Its last answer came at \d\d:\d\d:\d\d\./);
  expect(await announced()).toBe('The hub does not answer. The desk keeps trying.');
  expect(await rows().count()).toBe(10);
  desk.hub.items.push(feedback());
  desk.hub.mood = 'well';
  await notice.getByRole('button', { name: 'Try now' }).click();
  await show().waitFor();
  expect(await notice.count()).toBe(0);
});

test('a hidden tab asks the hub nothing, and asks again once it is shown', async () => {
  const visit = await desk.visit();
  await visit.page.clock.install();
  await visit.page.goto(desk.hub.link());
  await visit.page.getByRole('heading', { name: 'Inbox' }).waitFor();
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
