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
  desk.hub.items = severalPieces();
  visit = await desk.visit();
  page = visit.page;
  await page.goto(desk.hub.link());
  await page.getByRole('list', { name: 'Feedback, newest first' }).waitFor();
});
afterEach(async () => {
  expect(visit.violations).toEqual([]);
  await page.context().close();
});

const rows = () => page.getByRole('list', { name: 'Feedback, newest first' }).getByRole('link');
const detail = () => page.getByRole('region', { name: 'Open feedback item' });
/** What has the focus says this; the body, which says everything, has it while nothing does. */
const focused = () =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')));
const facts = () =>
  detail()
    .locator('.fact')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((fact) => [fact.firstElementChild?.textContent, fact.lastElementChild?.textContent])),
    );

test('rows are newest day first, and begin with the person’s own words; then choice, control, app, page, guide, day and state', async () => {
  const texts = await rows().allInnerTexts();
  expect(texts.length).toBe(10);
  expect(texts[1]!.split('\n')).toEqual(
    expect.arrayContaining(['today', 'I have an idea · button Save in orders', 'New', 'Let me save and open the next one.']),
  );
  expect(texts[1]!.trimStart()).toMatch(/^Let me save/);
  expect(texts[0]).toContain('/orders/#/Orders/:id · Create an order: Pick the customer');
  expect(texts[6]).toContain('combobox, name withheld in travel');
  expect(texts[9]).toContain('No specific control in orders');
  expect(texts[9]).toContain('Done');
});

test('an open item shows every known field and that no name was given', async () => {
  await rows().filter({ hasText: 'whole page loads' }).click();
  expect(await facts()).toMatchObject({
    Control: 'button Save',
    App: 'orders',
    Page: '/orders/#/Orders/:id',
    Guide: 'Create an order (pack orders-basics, version 3)',
    Step: 'Pick the customer',
    From: 'no name given',
    State: 'New',
  });
  await detail()
    .getByText(/^today · \w{3}, \d+ \w+ \d{4}$/)
    .waitFor();
  await detail().getByText('With forty orders a day that is half an hour.').waitFor();
});

test('an open item shows a given name, and the id of an unpublished guide', async () => {
  const about = { pack: 'unpublished', version: 1, guide: 'old-guide', step: 'old-step' };
  desk.hub.items.push(feedback({ about, contact: 'Annegret Müller', words: '<img src=x onerror=alert(1)> & <b>bold</b>' }));
  await page.reload();
  await rows().first().click();
  expect(await facts()).toMatchObject({
    Guide: 'old-guide (pack unpublished, version 1)',
    Step: 'old-step',
    From: 'Annegret Müller',
  });
  await detail().getByText('<img src=x onerror=alert(1)> & <b>bold</b>').waitFor();
});

test('the list and an item can be used by keyboard alone, and focus returns to the row', async () => {
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('Skip to the content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('This works well');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toContain('Let me save and open the next one.');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('I have an idea');
  expect(await rows().nth(1).getAttribute('aria-current')).toBe('true');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('This works well');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('This works well');
  expect(await rows().first().getAttribute('aria-current')).toBe('true');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toContain('This works well');
  await page.keyboard.press('End');
  expect(await focused()).toContain('No specific control');
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('No specific control');
  await page.keyboard.press('Home');
  expect(await focused()).toContain('This works well');
});

test('arrow keys, Home and End go on to other items while one is open, and Escape returns to the row of the last', async () => {
  await rows().nth(1).press('Enter');
  await expect.poll(focused).toBe('I have an idea');
  const isOpen = (at: number) => expect.poll(() => rows().nth(at).getAttribute('aria-current')).toBe('true');
  await page.keyboard.press('ArrowDown');
  await isOpen(2);
  await expect.poll(focused).toBe('This confused me');
  await page.keyboard.press('ArrowUp');
  await isOpen(1);
  await page.keyboard.press('End');
  await isOpen(9);
  await expect
    .poll(() =>
      rows()
        .nth(9)
        .evaluate((row) => row.getBoundingClientRect().bottom <= innerHeight),
    )
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(focused).toContain('No specific control');
  expect(await rows().nth(9).getAttribute('aria-current')).toBeNull();
});

test('in a window of 1280 by 720 the list begins in the upper 15 %, also with filters set and new feedback waiting', async () => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const top = () =>
    rows()
      .first()
      .evaluate((row) => row.getBoundingClientRect().top / innerHeight);
  expect(await top()).toBeLessThanOrEqual(0.15);
  await page.getByLabel('Kind of feedback').selectOption('I have an idea');
  await page.getByRole('link', { name: 'Clear filters' }).waitFor();
  desk.hub.items.push(feedback({ choice: 'idea' }));
  await page.getByRole('button', { name: '1 new — show' }).waitFor();
  expect(await top()).toBeLessThanOrEqual(0.15);
});

test('the Tab stop of the list moves with the focus at once', async () => {
  const stops = await page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.rows a')];
    links[0]!.focus();
    links[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }));
    return links.map(({ tabIndex }) => tabIndex);
  });
  expect(stops.filter((stop) => stop === 0)).toHaveLength(1);
  expect(stops.at(-1)).toBe(0);
});

test('on a narrow screen an item replaces the list, and Back returns to it', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  await rows().nth(2).click();
  await detail().getByRole('heading', { name: 'This confused me' }).waitFor();
  expect(await rows().count()).toBe(0);
  await page.goBack();
  await rows().first().waitFor();
  await expect.poll(focused).toContain('This confused me');
  expect(await detail().count()).toBe(0);
});

test('filters are in the address, survive a reload and can be cleared', async () => {
  await page.getByLabel('Kind of feedback').selectOption('This slowed me down');
  await page.getByLabel('App').selectOption('travel');
  await expect.poll(() => rows().count()).toBe(1);
  expect(new URL(page.url()).search).toBe('?choice=slowed&app=travel');
  await page.reload();
  await expect.poll(() => rows().count()).toBe(1);
  expect(await page.getByLabel('Kind of feedback').inputValue()).toBe('slowed');
  await expect
    .poll(() => page.getByLabel('App').getByRole('option').allInnerTexts())
    .toEqual(['All apps', 'orders', 'stock', 'travel']);
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect.poll(() => rows().count()).toBe(10);
  expect(new URL(page.url()).search).toBe('');
});

test('filters without matches are explained, and refused filters show the hub’s reason', async () => {
  await page.getByLabel('Kind of feedback').selectOption('I have an idea');
  await page.getByLabel('App').selectOption('travel');
  await page.getByRole('heading', { name: 'Nothing matches these filters' }).waitFor();
  await page.goto(`${desk.hub.url}/desk/?app=refused`);
  await page.getByText('Choose another app.').waitFor();
});

test('an item has its own address, and one that is not loaded is explained', async () => {
  await rows().nth(3).click();
  const address = page.url();
  await page.goto(`${desk.hub.url}/desk/`);
  await page.goto(address);
  await detail().getByRole('heading', { name: 'This slowed me down' }).waitFor();
  await page.goto(`${desk.hub.url}/desk/?item=00000000-0000-4000-8000-000000000000`);
  await detail().getByText('not among those loaded so far').waitFor();
});

test('older feedback is loaded on demand until all is shown', async () => {
  desk.hub.items = Array.from({ length: 120 }, () => feedback());
  await page.reload();
  await page.getByText('50 of 120 shown').waitFor();
  const older = page.getByRole('button', { name: 'Load older feedback' });
  await older.click();
  await page.getByText('100 of 120 shown').waitFor();
  await older.click();
  await page.getByText('120 items').waitFor();
  expect(await older.count()).toBe(0);
});
