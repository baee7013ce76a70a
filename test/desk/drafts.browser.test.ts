import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Role } from '../../src/model/hub-api/role.ts';
import { packOf } from '../hub/packs-in-test.ts';
import { openBrowser, type Visiting } from './desk-in-browser.ts';
import { faultsOn } from './faults-on.ts';
import { type HubWithDesk, hubWithDesk, PATIENCE_MS } from './hub-with-desk.ts';

// Two people act one after the other, each in a browser of their own.
vi.setConfig({ testTimeout: 120_000 });

const lifetime = new AsyncDisposableStack();
let hub: HubWithDesk;
let visit: Visiting;
beforeAll(async () => {
  hub = await hubWithDesk(lifetime);
  visit = await openBrowser(lifetime);
}, 90_000);
afterAll(() => lifetime.disposeAsync());

const fileOf = (text: string) => ({ name: 'orders.json', mimeType: 'application/json', buffer: Buffer.from(text) });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const state = (page: Page) => page.getByRole('term').filter({ hasText: 'State' }).locator('xpath=following-sibling::dd');

/** Somebody at the page of the packs, with a browser of their own. */
async function arrive(name: string, role: Role) {
  const { page, violations } = await visit();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(await hub.linkFor(name, role));
  await page.getByRole('link', { name: 'Packs' }).click();
  await page.getByRole('heading', { name: 'Drafts' }).waitFor();
  return { page, violations };
}

async function upload(page: Page, text: string): Promise<void> {
  await page.getByLabel('Pack as JSON').setInputFiles(fileOf(text));
  await button(page, 'Make a draft').press('Enter');
}

test('a draft goes from a file through a review by somebody else, and its author cannot approve it', async () => {
  const [ada, ben] = [await arrive('Ada', 'author'), await arrive('Ben', 'author')];
  await upload(ada.page, JSON.stringify(packOf({ id: 'reviewed' }), null, 2));
  await ada.page.getByRole('heading', { name: 'Draft of reviewed, version 1' }).waitFor();
  expect(await state(ada.page).textContent()).toBe('Being written');
  expect(await faultsOn(ada.page)).toEqual([]);
  await button(ada.page, 'Hand in for review').press('Enter');
  await ada.page.getByText('somebody else has to review it').waitFor();
  expect(await button(ada.page, 'Approve').count()).toBe(0);
  expect(await ada.page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

  // What the page does not offer, the hub refuses as well.
  const id = new URL(ada.page.url()).searchParams.get('draft');
  const refused = await ada.page.evaluate(async (draft) => {
    const { contentHash } = await (await fetch(`/desk/api/drafts/${draft}`)).json();
    const headers = { 'Content-Type': 'application/json', 'If-Match': '"2"' };
    const sent = { method: 'POST', headers, body: JSON.stringify({ contentHash }) };
    return (await fetch(`/desk/api/drafts/${draft}/approve`, sent)).status;
  }, id);
  expect(refused).toBe(403);

  await ben.page.reload();
  const vera = await arrive('Vera', 'viewer');
  for (const [{ page }, mayReview] of [
    [ben, true],
    [vera, false],
  ] as const) {
    const row = page.getByRole('listitem').filter({ hasText: 'reviewed' });
    await row.getByText('In review').waitFor();
    expect(await row.getByText('you may review it').count()).toBe(mayReview ? 1 : 0);
  }
  await vera.page.context().close();
  await ben.page.getByRole('link', { name: 'reviewed, version 1' }).click();
  await ben.page.getByText('guide ‘First order’: new').click();
  await button(ben.page, 'Return with the comment').click();
  await ben.page.getByText('Write what the authors should change.').waitFor();
  expect(await faultsOn(ben.page)).toEqual([]);
  await ben.page.getByLabel('Comment').fill('Say which order.');
  await button(ben.page, 'Return with the comment').click();
  await ben.page.getByRole('blockquote').getByText('Say which order.').waitFor();

  await ada.page.reload();
  const text = ada.page.getByLabel('The pack as JSON');
  await text.fill((await text.inputValue()).replace('Open it.', 'Open **the order**.'));
  await button(ada.page, 'Save').click();
  await ada.page.getByText('Saved', { exact: true }).waitFor();
  await button(ada.page, 'Hand in for review').click();
  await ada.page.getByText('In review').waitFor();

  await ben.page.reload();
  await button(ben.page, 'Approve').press('Enter');
  await ben.page.getByText('Approved by').waitFor();
  expect(await state(ben.page).textContent()).toBe('Approved');
  expect([...ada.violations, ...ben.violations]).toEqual([]);
  await Promise.all([ada, ben].map(({ page }) => page.context().close()));
});

test('when somebody else changed the draft, nothing that was typed is lost, and each text can be chosen', async () => {
  const [ada, ben] = [await arrive('Ada', 'author'), await arrive('Ben', 'author')];
  await upload(ada.page, JSON.stringify(packOf({ id: 'contested' })));
  await ada.page.getByRole('heading', { name: 'Draft of contested' }).waitFor();
  await ben.page.goto(ada.page.url());
  const [adas, bens] = [ada, ben].map(({ page }) => page.getByLabel('The pack as JSON'));
  const [first, second] = ['First', 'Second'].map((title) => JSON.stringify({ ...packOf({ id: 'contested' }), title }));
  await adas!.fill(first!);
  await bens!.fill(second!);
  await button(ada.page, 'Save').click();
  await ada.page.getByText('Saved', { exact: true }).waitFor();
  await button(ben.page, 'Save').click();
  await ben.page.getByRole('alert').getByText('Ada changed it').waitFor();
  expect(await bens!.inputValue()).toBe(second);
  expect(await ben.page.getByRole('region', { name: 'What is saved now' }).textContent()).toBe(first);
  expect(await faultsOn(ben.page)).toEqual([]);

  // Elsewhere in the desk and back, it is still there.
  await ben.page.getByRole('link', { name: 'All packs' }).click();
  await ben.page.getByRole('link', { name: 'contested' }).click();
  await bens!.waitFor();
  expect(await bens!.inputValue()).toBe(second);
  await button(ben.page, 'Save mine instead').click();
  await ben.page.getByText('Saved', { exact: true }).waitFor();

  await adas!.fill(first!.replace('First', 'Third'));
  await button(ada.page, 'Save').click();
  await button(ada.page, 'Give mine up').click();
  expect(await adas!.inputValue()).toBe(second);

  // Whoever wants both makes a draft of their own text, and the other stays as it is saved.
  const third = first!.replace('First', 'Third');
  await adas!.fill(third);
  await bens!.fill(second!.replace('Second', 'Fourth'));
  await button(ben.page, 'Save').click();
  await ben.page.getByText('Saved', { exact: true }).waitFor();
  await button(ada.page, 'Save').click();
  expect(await ada.page.getByRole('region', { name: 'What differs, as you wrote it' }).textContent()).toContain('Third');
  expect(await ada.page.getByRole('region', { name: 'What differs, as it is saved' }).textContent()).toContain('Fourth');
  expect(await faultsOn(ada.page)).toEqual([]);
  const address = ada.page.url();
  await button(ada.page, 'Keep both: mine as another draft').click();
  await ada.page.waitForURL((url) => url.href !== address);
  await expect.poll(() => adas!.inputValue()).toBe(third);
  await ben.page.reload();
  expect(await bens!.inputValue()).toBe(second!.replace('Second', 'Fourth'));
  await Promise.all([ada, ben].map(({ page }) => page.context().close()));
});

test('what is no JSON is neither sent nor lost, and the place of the fault is named', async () => {
  const { page } = await arrive('Ada', 'author');
  await upload(page, '{"id": "broken",\n  "app" "orders"}');
  await page
    .getByRole('alert')
    .getByText(/orders\.json: Line 2, column 9/)
    .waitFor();
  await upload(page, '{"id": "No slug", "app": "orders"}');
  await page.getByRole('alert').getByText('id: must be 1 to 63 lower-case letters').waitFor();
  await upload(page, JSON.stringify({ ...packOf({ id: 'faulty' }), surprise: 1 }));
  await page.getByRole('list', { name: 'Faults and warnings' }).getByText('surprise').waitFor();
  await button(page, 'Hand in for review').click();
  await page.getByRole('alert').getByText('surprise: is not a field that is known here').waitFor();
  const text = page.getByLabel('The pack as JSON');
  await text.fill('{');
  await button(page, 'Save').click();
  await page.getByText('This is not JSON, so nothing was saved.').waitFor();
  expect(await text.inputValue()).toBe('{');
  await page.context().close();
});

test('a draft is discarded by a second press, and who may not write reads it', async () => {
  const { page } = await arrive('Ada', 'author');
  await upload(page, JSON.stringify(packOf({ id: 'given-up' })));
  await page.getByRole('heading', { name: 'Draft of given-up' }).waitFor();
  const viewer = await visit();
  await viewer.page.goto(await hub.linkFor('Vera', 'viewer'));
  await viewer.page.getByRole('link', { name: 'Packs' }).waitFor();
  await viewer.page.goto(page.url());
  await viewer.page.getByRole('region', { name: 'The pack as JSON' }).waitFor();
  expect(await viewer.page.getByRole('main').getByRole('button').count()).toBe(0);
  await button(page, 'Discard').dblclick();
  await button(page, 'Discard').press('Enter');
  await button(page, 'Discard for good').press('Enter');
  await expect.poll(() => state(page).textContent()).toBe('Discarded');
  expect(await page.getByRole('textbox').count()).toBe(0);
  await Promise.all([page.context().close(), viewer.page.context().close()]);
});
