import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DeskInBrowser, deskInBrowser, type Visit } from './desk-in-browser.ts';
import { OTHER } from './fake-inbox.ts';
import { faultsOn } from './faults-on.ts';
import { feedback } from './feedback.ts';

let desk: DeskInBrowser;
let visit: Visit;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  desk.hub.mood = 'well';
  desk.hub.items = Array.from({ length: 6 }, (_, nth) => feedback({ score: 6 - nth, words: `Number ${nth}` }));
  visit = await desk.visit();
  page = visit.page;
  await page.goto(desk.hub.link());
  await rows().first().focus();
});
afterEach(async () => {
  expect(visit.violations).toEqual([]);
  await page.context().close();
});

const rows = () => page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link');
const row = (nth: number) => rows().filter({ hasText: `Number ${nth}` });
const listed = async () =>
  (await rows().locator('.row-words').allInnerTexts()).map((text) => Number(text.replace('Number ', '')));
const focusedRow = () => page.evaluate(() => document.activeElement?.querySelector('.row-words')?.textContent);
const picker = (name: string) => page.getByRole('dialog', { name });
const atHub = (nth: number) => desk.hub.items.find(({ words }) => words === `Number ${nth}`)!.status;
const pick = async (key: string, name: string, text: string) => {
  await page.keyboard.press(key);
  await picker(name).waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};

test('I assigns to oneself, A to another, S sets the state, H puts off and 3 closes with a reason: at the screen and at the hub', async () => {
  await page.keyboard.press('i');
  await row(0).getByText('Fadwa Haddad').waitFor();
  await pick('a', 'Assign to …', 'ada');
  await row(0).getByText('Ada Lovelace').waitFor();
  await expect.poll(() => atHub(0).assignee).toBe(OTHER);
  await pick('s', 'Set the state …', 'planned');
  await expect.poll(listed).toEqual([1, 2, 3, 4, 5]);
  await expect.poll(focusedRow).toBe('Number 1');
  await pick('h', 'Later …', 'in a week');
  await expect.poll(() => atHub(1).state).toBe('snoozed');
  await pick('3', 'Close with a reason …', 'works as');
  await expect.poll(listed).toEqual([3, 4, 5]);
  await expect.poll(() => atHub(2)).toMatchObject({ state: 'closed', reason: 'works-as-intended' });
  await page.getByRole('link', { name: 'Closed' }).click();
  await expect.poll(listed).toEqual([2]);
  await row(2).getByText('Closed: Works as intended').waitFor();
});

test('Z takes back what was done last, for ten seconds', async () => {
  await pick('3', 'Close with a reason …', 'done');
  await page.getByText('1 item closed: Done').first().waitFor();
  await page.keyboard.press('z');
  await expect.poll(listed).toEqual([0, 1, 2, 3, 4, 5]);
  await expect.poll(() => atHub(0).state).toBe('new');
  await page.keyboard.press('z');
  expect(atHub(0).state).toBe('new');
});

test('X and Shift select rows, acts are for all of them, and M merges them into the first; Shift+M and Z take that apart', async () => {
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('region', { name: '3 selected' }).waitFor();
  await page.keyboard.press('i');
  await row(2).getByText('Fadwa Haddad').waitFor();
  await expect.poll(() => [0, 1, 2].map((nth) => atHub(nth).assignee === null)).toEqual([false, false, false]);
  await page.keyboard.press('m');
  await row(0).getByText('2 more like it').waitFor();
  await expect.poll(listed).toEqual([0, 3, 4, 5]);
  await page.keyboard.press('z');
  await expect.poll(listed).toEqual([0, 1, 2, 3, 4, 5]);
  await page.keyboard.press('Escape');
  await row(3).getByRole('checkbox').count();
  await page.getByRole('checkbox', { name: 'Select: Number 3' }).check();
  await page.getByRole('checkbox', { name: 'Select: Number 5' }).click({ modifiers: ['Shift'] });
  await page
    .getByRole('region', { name: '3 selected' })
    .getByRole('button', { name: /^Merge/ })
    .click();
  await expect.poll(listed).toEqual([0, 1, 2, 3]);
  await page.keyboard.press('Shift+M');
  await expect.poll(listed).toEqual([0, 1, 2, 3, 4, 5]);
});

test('what is pressed before the hub has answered is done after it: taking back, and taking a group apart', async () => {
  let answer = () => {};
  const hold = () => {
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    return page.route(
      '**/inbox/changes',
      async (route) => {
        await held;
        await route.fallback();
      },
      { times: 1 },
    );
  };
  await hold();
  await pick('3', 'Close with a reason …', 'done');
  await expect.poll(listed).toEqual([1, 2, 3, 4, 5]);
  await page.keyboard.press('z');
  answer();
  await expect.poll(listed).toEqual([0, 1, 2, 3, 4, 5]);
  await expect.poll(() => atHub(0).state).toBe('new');
  await hold();
  await row(0).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('region', { name: '2 selected' }).waitFor();
  await page.keyboard.press('m');
  await expect.poll(listed).toEqual([0, 2, 3, 4, 5]);
  await page.keyboard.press('Shift+M');
  answer();
  await expect.poll(listed).toEqual([0, 1, 2, 3, 4, 5]);
  await expect.poll(() => atHub(1).state).toBe('open');
});

test('a change that somebody else was quicker with comes back with the reason, and can be tried once more', async () => {
  desk.hub.inbox.changeByOther(desk.hub.items[0]!, { do: 'assign', assignee: OTHER });
  const quick = page.route('**/inbox/changes?*', () => undefined);
  await quick;
  await pick('3', 'Close with a reason …', 'done');
  const notice = page.getByRole('alert').filter({ hasText: 'Not done: 1 item closed: Done' });
  await notice.getByText('Ada Lovelace changed it first.').waitFor();
  await expect.poll(listed).toEqual([0, 1, 2, 3, 4, 5]);
  await row(0).getByText('Ada Lovelace').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(listed).toEqual([1, 2, 3, 4, 5]);
  expect(await notice.count()).toBe(0);
});

test('what was done and typed when the sign-in had ended is there after the next one', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('number');
  await row(1).focus();
  await page.route('**/inbox/changes?*', () => undefined);
  desk.hub.signedIn.clear();
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  await page.unroute('**/inbox/changes?*');
  await page.goto(desk.hub.link());
  const notice = page.getByRole('alert').filter({ hasText: 'Not done: 1 item assigned to Fadwa Haddad' });
  expect(await page.getByRole('searchbox').inputValue()).toBe('number');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await row(1).getByText('Fadwa Haddad').waitFor();
});

test('with an item open, closing it opens the next, and its buttons say their keys', async () => {
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: 'Open item' });
  await detail.getByText('Number 0').waitFor();
  await detail.getByRole('button', { name: /^Close with a reason …\s*3$/ }).click();
  await page.keyboard.press('Enter');
  await detail.getByText('Number 1').waitFor();
  await expect.poll(listed).toEqual([1, 2, 3, 4, 5]);
});
