import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DeskInBrowser, deskInBrowser } from './desk-in-browser.ts';
import { severalPieces } from './feedback.ts';

let desk: DeskInBrowser;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());
beforeEach(() => {
  desk.hub.mood = 'well';
  desk.hub.items = severalPieces();
});

test('a sign-in link signs in, and its token is gone from address and history', async () => {
  const { page, violations } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  expect(page.url()).toBe(`${desk.hub.url}/desk/`);
  await page.getByRole('banner').getByText('Fadwa Haddad').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  expect(violations).toEqual([]);
  await page.context().close();
});

test('a used sign-in link explains how to get another', async () => {
  const link = desk.hub.link();
  const first = await desk.visit();
  await first.page.goto(link);
  await first.page.getByRole('heading', { name: 'Inbox' }).waitFor();
  const second = await desk.visit();
  await second.page.goto(link);
  await second.page.getByRole('heading', { name: 'That sign-in link does not work' }).waitFor();
  await second.page.getByText('This sign-in link was used already.').waitFor();
  await second.page.getByText('Ask whoever runs your hub for a new sign-in link.').waitFor();
  await second.page.getByText('hub link --name NAME').waitFor();
  expect(second.page.url()).toBe(`${desk.hub.url}/desk/`);
  await first.page.context().close();
  await second.page.context().close();
});

test('a new link pasted into the same tab signs in without loading a page', async () => {
  const { page } = await desk.visit();
  await page.goto(`${desk.hub.url}/desk/#sign-in=long-used`);
  await page.getByRole('heading', { name: 'That sign-in link does not work' }).waitFor();
  await page.goto(desk.hub.link());
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await page.context().close();
});

test('an outage at sign-in is retried with the same link', async () => {
  const { page } = await desk.visit();
  desk.hub.mood = 'ailing';
  await page.goto(desk.hub.link());
  await page.getByRole('heading', { name: 'The hub has a problem' }).waitFor();
  await page.getByText('The hub cannot reach its store.').waitFor();
  desk.hub.mood = 'well';
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  await page.context().close();
});

test('signing out removes the inbox from the screen', async () => {
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'You have signed out' }).waitFor();
  expect(await page.getByRole('main').textContent()).not.toContain('slowed');
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
  await page.context().close();
});

test('a sign-in that the hub ends is explained, and the desk stops polling', async () => {
  const { page } = await desk.visit();
  await page.clock.install();
  await page.goto(desk.hub.link());
  await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  desk.hub.signedIn.clear();
  await page.clock.runFor(5_000);
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  const asked = desk.hub.asked.length;
  await page.clock.runFor(60_000);
  expect(desk.hub.asked.length).toBe(asked);
  await page.context().close();
});

test('the content policy of these tests is in force: an inline style is refused and reported', async () => {
  const { page, violations } = await desk.visit();
  await page.goto(`${desk.hub.url}/desk/`);
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await expect.poll(() => violations).not.toEqual([]);
  await page.context().close();
});
