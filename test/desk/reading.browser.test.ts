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
afterEach(async () => {
  expect(visit.violations).toEqual([]);
  await page.context().close();
});

const list = () => page.getByRole('list', { name: 'Feedback, most important first' });
const rows = () => list().getByRole('link');
const detail = () => page.getByRole('region', { name: 'Open item' });
const hasFocus = (nth: number) =>
  rows()
    .nth(nth)
    .evaluate((row) => row === document.activeElement);
/** What has the focus says this; the body, which says everything, has it while nothing does. */
const focused = () =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')));
const facts = () =>
  detail()
    .locator('.fact')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((fact) => [fact.firstElementChild?.textContent, fact.lastElementChild?.textContent])),
    );
const chip = (group: string, name: string | RegExp) => page.getByRole('group', { name: group }).getByRole('button', { name });

test('rows are in order of importance, and begin with the person’s own words; then choice, control, page, app, guide, reason, day and state', async () => {
  const texts = await rows().allInnerTexts();
  expect(texts).toHaveLength(10);
  expect(texts[1]!.trimStart()).toMatch(/^Let me save/);
  expect(texts[1]).toContain('I have an idea · button Save · ');
  expect(texts[1]).toContain('1 item · by its choice · today');
  expect(texts[1]).toContain('New');
  expect(texts[0]).toContain('Create an order: Pick the customer');
  expect(texts[6]).toContain('combobox, name withheld');
  expect(texts[9]).toContain('No specific control');
});

test('each row says its place among all, also where few are drawn, and names what is like it', async () => {
  desk.hub.items = Array.from({ length: 700 }, (_, nth) =>
    feedback({ score: 700 - nth, words: `Number ${nth}`, members: nth === 0 ? [{ id: 'x', revision: 0, by: 'machine' }] : [] }),
  );
  await page.reload();
  await rows().filter({ hasText: '1 more like it' }).waitFor();
  await page.getByText('700 items').waitFor();
  expect(await rows().count()).toBeLessThan(60);
  const place = () =>
    page.evaluate(() => {
      const row = document.activeElement!.closest('li')!;
      return [row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize'), row.querySelector('bdi')?.textContent];
    });
  await rows().first().focus();
  expect(await place()).toEqual(['1', '700', 'Number 0']);
  await page.keyboard.press('End');
  await expect.poll(place).toEqual(['700', '700', 'Number 699']);
  await page.keyboard.press('k');
  await expect.poll(place).toEqual(['699', '700', 'Number 698']);
  const isSeen = () =>
    page.evaluate(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  expect(await isSeen()).toBe(true);
  await page.keyboard.press('Home');
  await expect.poll(place).toEqual(['1', '700', 'Number 0']);
  expect(await isSeen()).toBe(true);
});

test('an open item shows every known field, why it is where it is, and that no name was given', async () => {
  await rows().filter({ hasText: 'whole page loads' }).click();
  await detail().getByText('With forty orders a day that is half an hour.').waitFor();
  expect(await facts()).toMatchObject({
    State: 'New',
    Control: 'button Save',
    App: 'orders',
    Page: '/orders/#/Orders/:id',
    Guide: 'Create an order (pack orders-basics, version 3)',
    Step: 'Pick the customer',
    From: 'no name given',
  });
  await detail().getByRole('heading', { name: 'Why it is here' }).waitFor();
  await detail()
    .getByText(/^Score .* = reach 1 × severity 3 × freshness 1$/)
    .waitFor();
});

test('an open item shows a given name and words as text, never as markup', async () => {
  desk.hub.items.push(feedback({ score: 1e9, contact: 'Annegret Müller', words: '<img src=x onerror=alert(1)> & <b>bold</b>' }));
  await page.reload();
  await rows().first().click();
  await expect.poll(async () => (await facts()).From).toBe('Annegret Müller');
  await detail().getByText('<img src=x onerror=alert(1)> & <b>bold</b>').waitFor();
});

test('the list and an item can be used by keyboard alone, and focus returns to the row', async () => {
  await rows().first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect.poll(() => hasFocus(1)).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('I have an idea');
  expect(await rows().nth(1).getAttribute('aria-current')).toBe('true');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe('This works well');
  expect(await rows().first().getAttribute('aria-current')).toBe('true');
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(0)).toBe(true);
  await page.keyboard.press('Space');
  await detail().getByRole('heading', { name: 'This works well' }).waitFor();
  expect(await hasFocus(0)).toBe(true);
  await page.keyboard.press('j');
  await detail().getByRole('heading', { name: 'I have an idea' }).waitFor();
  expect(await hasFocus(1)).toBe(true);
});

test('the list is one Tab stop', async () => {
  await rows().nth(2).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await hasFocus(2)).toBe(true);
  expect(await list().locator('a[tabindex="0"]').count()).toBe(1);
});

test('in a window of 1280 by 720 the list begins in the upper 15 %, also with filters set and new feedback waiting', async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const top = () =>
    rows()
      .first()
      .evaluate((row) => row.getBoundingClientRect().top / innerHeight);
  expect(await top()).toBeLessThanOrEqual(0.15);
  await chip('Choice', 'I have an idea 2').click();
  await page.getByRole('link', { name: 'Clear filters' }).waitFor();
  desk.hub.items.push(feedback({ choice: 'idea' }));
  await page.getByRole('button', { name: 'New feedback — show' }).waitFor();
  expect(await top()).toBeLessThanOrEqual(0.15);
});

test('on a narrow screen an item replaces the list, and Back returns to it', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  await rows().nth(2).click();
  await detail().getByRole('heading', { name: 'This confused me' }).waitFor();
  expect(await list().isVisible()).toBe(false);
  await page.goBack();
  await list().waitFor();
  await expect.poll(() => hasFocus(2)).toBe(true);
  expect(await detail().isVisible()).toBe(false);
});

test('filters are chips with counts, in the address, survive a reload and can be cleared', async () => {
  await chip('App', 'travel 2').click();
  await expect.poll(() => rows().count()).toBe(2);
  await chip('Choice', 'This slowed me down 1').click();
  await expect.poll(() => rows().count()).toBe(1);
  expect(new URL(page.url()).search).toBe('?view=inbox&choice=slowed&app=travel');
  await page.reload();
  await expect.poll(() => rows().count()).toBe(1);
  expect(await chip('App', 'travel').getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect.poll(() => rows().count()).toBe(10);
});

test('/ searches words, controls, pages and guides; what was typed outlives a reload and is in no address', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('customer NUMMER');
  await expect.poll(() => rows().count()).toBe(1);
  expect(page.url()).not.toContain('NUMMER');
  await page.reload();
  await page.getByText('1 of 10 items').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(' xyz');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
});

test('groups have a title with their number, and keys go through all of them', async () => {
  await page.getByLabel('Group by').selectOption('app');
  await page.getByRole('heading', { name: 'orders · 7 items' }).waitFor();
  await rows().first().focus();
  await page.keyboard.press('End');
  await expect.poll(() => hasFocus(9)).toBe(true);
});

test('a view is saved under a name in this browser, opens by its name and can be removed', async () => {
  await chip('App', 'travel 2').click();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.keyboard.type('Trips');
  await page.keyboard.press('Enter');
  await page.goto(`${desk.hub.url}/desk/?view=inbox`);
  await expect.poll(() => rows().count()).toBe(10);
  await page.getByRole('list', { name: 'Saved views' }).getByRole('link', { name: 'Trips' }).click();
  await expect.poll(() => rows().count()).toBe(2);
  await page.getByRole('button', { name: 'Remove the view Trips' }).click();
  expect(await page.getByRole('list', { name: 'Saved views' }).count()).toBe(0);
});

test('an item has its own address, and one that is not loaded is explained', async () => {
  await rows().nth(3).click();
  const address = page.url();
  await page.goto(`${desk.hub.url}/desk/`);
  await page.goto(address);
  await detail().getByRole('heading', { name: 'This slowed me down' }).waitFor();
  await page.goto(`${desk.hub.url}/desk/?item=00000000-0000-4000-8000-000000000000`);
  await detail().getByText('not among those that are loaded').waitFor();
});
