import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedChromium } from '../run/shared-chromium.ts';
import type { FakePanelBackground } from './fake-background.ts';
import { type OpenPanel, panelInBrowser } from './panel-in-browser.ts';

const axe = readFileSync(new URL(import.meta.resolve('axe-core')), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const sections = ['here', 'mine'];

const lifetime = new AsyncDisposableStack();
let open: OpenPanel;
beforeAll(async () => {
  open = await panelInBrowser(lifetime, await sharedChromium());
});
afterAll(() => lifetime.disposeAsync());

type Panel = { background: FakePanelBackground; changed(): void };
const inPanel = <T>(page: Page, act: (panel: Panel) => T) => page.evaluate(`(${act})(globalThis.panel)`) as Promise<T>;
const rows = (page: Page) => page.locator('section li.record');
/** Opens search and filters. */
const find = (page: Page) => page.locator('button.icon').click();
const kinds = (page: Page) => inPanel(page, ({ background }) => background.rows.map(({ entry }) => entry.kind));

async function found(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    async (options: RunOptions) =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    { runOnly: wcag },
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test.each([
  { colorScheme: 'light', language: 'en', width: 400 },
  { colorScheme: 'dark', language: 'en', width: 400 },
  { colorScheme: 'light', language: 'ar', width: 320 },
] as const)(
  'every section of the panel passes axe: $colorScheme, $language, $width px',
  async ({ colorScheme, language, width }) => {
    const { page, faults } = await open({ language }, { colorScheme, viewport: { width, height: 900 } });
    for (const section of sections) {
      await page.locator(`#tab-${section}`).click();
      await page.locator('#section h2').first().waitFor();
      expect(await found(page), section).toEqual([]);
    }
    await find(page);
    for (const summary of await page.locator('#section summary').all()) await summary.click();
    await rows(page).nth(1).locator('.acts button').click();
    await page.locator('.ask button.grave').click();
    await page.locator('.erasures summary').first().waitFor();
    await rows(page).first().locator('.acts button').click();
    await page.locator('.ask').waitFor();
    expect(await found(page), 'with unfolded records, a question and receipts').toEqual([]);
    await inPanel(page, ({ background, changed }) => {
      background.pause = { until: 'asked' };
      background.summary.notices = [{ what: 'dropped', count: 7, from: 0, to: 1000 }];
      background.summary.sendError = { kind: 'timeout', where: 'http://hub' };
      changed();
    });
    await page.locator('.banner').waitFor();
    expect(await found(page), 'paused, with warnings').toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test.each(['en', 'de', 'fr', 'es', 'ja', 'ar'])(
  'at 320 pixels every section of the panel fits and no text is missing: %s',
  async (language) => {
    const { page } = await open({ language }, { viewport: { width: 320, height: 900 } });
    for (const section of sections) {
      await page.locator(`#tab-${section}`).click();
      await page.locator('#section h2').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), section).toBeLessThanOrEqual(320);
      expect(await page.locator('body').innerText(), section).not.toMatch(/\[[a-zA-Z_]+\]/);
    }
    await page.context().close();
  },
);

test('a record shows what was recorded, where and its state, and unfolds to the raw entry', async () => {
  const { page } = await open();
  const texts = await rows(page).allInnerTexts();
  expect(texts[1]).toContain('Your feedback: This slowed me down');
  expect(texts[1]).toContain('field “Amount”, in Orders');
  expect(texts[1]).toMatch(/Sent at 2:02\sPM because you clicked\./);
  expect(texts[0]).toContain('Waiting to be sent.');
  expect(texts[4]).toContain('field number 3 of the form “Address” (name not recorded, because it may be data), in Orders');
  expect(texts[6]).toContain('route: no app of this hub has such a route');
  expect(texts[8]).toContain('Kept on this device because of a rule: sample rule');
  await rows(page).nth(1).locator('summary').click();
  const entry = await inPanel(page, ({ background }) => background.rows[1]!.entry);
  expect(JSON.parse(await rows(page).nth(1).locator('pre').innerText())).toEqual(entry);
  await page.context().close();
});

test('the panel lists what Cairn remembers in words, and forgets it on request except for what was dismissed', async () => {
  const { page } = await open();
  const remembered = page.locator('details.remembered');
  await remembered.locator('summary').click();
  const lines = () => remembered.getByRole('listitem').allInnerTexts();
  expect(await lines()).toEqual([
    '“Approve an order”: seen and done',
    '“gone”: seen and dismissed 2 times',
    '“Approve an order”: finished 14 times, in 5 different weeks',
    expect.stringMatching(/^“How easy is approving\?” was shown unprompted: /),
    'Which pages you usually go through in Orders (sample)',
  ]);
  await remembered.getByRole('button', { name: 'Forget all of this' }).click();
  await page.getByRole('group', { name: /dismissed or answered stays/ }).waitFor();
  await page.getByRole('button', { name: 'Yes' }).or(page.locator('.ask button.grave')).first().click();
  await page.getByText('Forgotten.').waitFor();
  expect(await lines()).toEqual(['“gone”: seen and dismissed 2 times', expect.stringMatching(/was shown unprompted/)]);
  await page.context().close();
});

test('records are filtered by kind, status, app and the texts that are shown', async () => {
  const { page } = await open();
  await find(page);
  await page.getByLabel('Kind').selectOption('Page problems');
  await expect.poll(() => rows(page).count()).toBe(3);
  await page.getByLabel('Status').selectOption('Kept on this device');
  await expect.poll(() => rows(page).count()).toBe(1);
  await page.getByLabel('Kind').selectOption('All');
  await page.getByLabel('Status').selectOption('All');
  await page.getByRole('combobox', { name: 'App' }).selectOption('Travel (sample)');
  await expect.poll(() => rows(page).count()).toBe(1);
  await page.getByRole('combobox', { name: 'App' }).selectOption('All');
  await page.getByLabel('Search records').fill('because you CLICKED');
  await expect.poll(() => rows(page).count()).toBe(3);
  await page.getByLabel('Search records').fill('no such words');
  await page.getByText('No records match your search.').waitFor();
  await page.context().close();
});

test('deleting a record asks once, Esc cancels, a record that was never sent is reported as such, and focus stays in the list', async () => {
  const { page } = await open();
  const del = page.getByRole('button', { name: /^Delete: Your comment/ });
  await del.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: /It will never be sent/ }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => del.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await kinds(page)).toHaveLength(10);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Keep' }).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('1 record deleted. It was never sent.').waitFor();
  expect((await kinds(page))[0]).toBe('feedback');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('record');
  await page.context().close();
});

test('deleting a sent record erases it at the hub and shows the receipt', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: /^Delete: Your feedback: This slowed/ }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('The hub has been asked to erase 1 of them.').waitFor();
  await page.getByText('Erased at the hub on Nov 22, 2026.').waitFor();
  await page.locator('.erasures li summary').click();
  expect(JSON.parse(await page.locator('.erasures pre').innerText())).toMatchObject({ erased: true });
  expect(await kinds(page)).not.toContain('words');
  await page.context().close();
});

test('“Delete these” says how many records match the filter, shown or not, and deletes exactly those', async () => {
  const { page } = await open({ rows: 1300 });
  await find(page);
  await page.getByRole('button', { name: 'Delete these 1,300 records…' }).waitFor();
  await page.getByLabel('Kind').selectOption('Guides');
  await expect.poll(() => rows(page).count()).toBe(50);
  await page.getByRole('button', { name: 'Delete these 130 records…' }).click();
  await page.getByText('Delete 130 records for good?').waitFor();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('No records match your search.').waitFor();
  const left = await kinds(page);
  expect(left).toHaveLength(1170);
  expect(left).not.toContain('guide');
  await page.context().close();
});

test('thousands of records are shown page by page and searched completely', async () => {
  const { page } = await open({ rows: 5000 });
  await expect.poll(() => rows(page).count()).toBe(50);
  await page.getByText('50 records shown; there are more below').waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => rows(page).count()).toBe(100);
  await find(page);
  await page.getByLabel('Search records').fill('000000005000');
  await expect.poll(() => rows(page).count()).toBe(1);
  await page.context().close();
});

test('“Save as a file” saves the whole ledger', async () => {
  const { page } = await open();
  await find(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('cairn-records-2026-11-22.json');
  const chunks = await (await file.createReadStream()).toArray();
  const saved = JSON.parse(Buffer.concat(chunks).toString());
  expect(saved.rows).toEqual(await inPanel(page, ({ background }) => background.rows));
  await page.context().close();
});

test.each([
  ['en', 'ArrowRight', 'ArrowLeft'],
  ['ar', 'ArrowLeft', 'ArrowRight'],
])('arrow keys move between the tabs in reading direction: %s', async (language, forward, backward) => {
  const { page } = await open({ language, initialSection: 'here' });
  const chosen = () => page.locator('[role=tab][aria-selected=true]').getAttribute('id');
  await page.locator('#tab-here').focus();
  await page.keyboard.press(forward);
  expect(await chosen()).toBe('tab-mine');
  await page.keyboard.press(backward);
  expect(await chosen()).toBe('tab-here');
  await page.keyboard.press(backward);
  expect(await chosen()).toBe('tab-mine');
  await page.keyboard.press('Home');
  expect(await chosen()).toBe('tab-here');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).not.toBe('tab');
  await page.context().close();
});

test('tips and recording are two switches, which say until when what is off stays off', async () => {
  const { page } = await open();
  const [tips, recording] = [page.getByRole('switch', { name: 'Tips' }), page.getByRole('switch', { name: 'Recording' })];
  await page.getByText('Tips are shown where they apply.').waitFor();
  await recording.click();
  await page
    .locator('.banner')
    .getByText(/Recording is paused until 3:05\sPM/)
    .waitFor();
  await page.getByText('Feedback and answers that you send yourself are still recorded.').waitFor();
  await page.getByLabel('How long “Recording” stays off').selectOption('Until I turn it on');
  await page.locator('.switches').getByText('Recording is paused until you resume it.').waitFor();
  await page.getByRole('tab', { name: 'Here' }).click();
  await page.getByRole('button', { name: 'Resume recording' }).click();
  await page.locator('.banner').waitFor({ state: 'detached' });
  expect(await inPanel(page, ({ background }) => background.pause)).toBeUndefined();
  await page.getByRole('tab', { name: 'Mine' }).click();
  await tips.click();
  await page.getByText(/Tips are muted until 3:05\sPM/).waitFor();
  expect(await tips.getAttribute('aria-checked')).toBe('false');
  await tips.click();
  await page.getByText('Tips are shown where they apply.').waitFor();
  await page.context().close();
});

test('tips that are muted in one app are said to be muted there, and the switch is of the app in front', async () => {
  const { page } = await open();
  const tips = page.getByRole('switch', { name: 'Tips' });
  const muteIn = (apps: string) =>
    page.evaluate(`panel.background.mute = { ...panel.background.mute, apps: ${apps} }, panel.changed()`);
  await muteIn("['travel']");
  await page.getByText('Tips are muted in Travel until you turn them on.').waitFor();
  expect(await tips.getAttribute('aria-checked')).toBe('true');
  await muteIn("['orders', 'travel']");
  await page.getByText('Tips are muted in Orders and Travel until you turn them on.').waitFor();
  await tips.click();
  await page.getByText('Tips are muted in Travel until you turn them on.').waitFor();
  await page.context().close();
});

test('the guides of the page in front are buttons that open them there; a page that does not answer is reported', async () => {
  const { page } = await open({ initialSection: 'here' });
  await page.getByRole('button', { name: 'Approve an order' }).click();
  await page.getByText('Opened on the page.').waitFor();
  await page.getByRole('button', { name: /^Your first week with orders 2 of 5 done/ }).click();
  await page.getByRole('button', { name: 'Give feedback' }).click();
  const asked = await inPanel(page, ({ background }) => background.asked.filter(({ name }) => /\.open$/.test(name)));
  expect(asked).toEqual([
    { name: 'guide.open', body: { guide: 'orders-basics/approve' } },
    { name: 'guide.open', body: { guide: 'orders-basics/first-week' } },
    { name: 'feedback.open', body: {} },
  ]);
  await page.evaluate('panel.background.isAnswering = false');
  await page.getByRole('button', { name: 'Approve an order' }).click();
  await page.getByText('The page did not answer. Reload it and try again.').waitFor();
  await page.context().close();
});

test('guides are searched by their title', async () => {
  const { page } = await open({ initialSection: 'here' });
  await page.getByRole('searchbox', { name: 'Search guides' }).fill('SUPPLIER');
  await expect.poll(() => page.locator('.guides li').count()).toBe(1);
  await page.getByRole('searchbox', { name: 'Search guides' }).fill('no such guide');
  await page.getByText('No guide matches your search.').waitFor();
  await page.context().close();
});

test('what the person has hidden is listed, and shown again on request', async () => {
  const { page } = await open({ initialSection: 'here' });
  await page.getByText('Hidden (2)').click();
  await page.getByRole('button', { name: 'Show again: Search by supplier' }).click();
  await page.getByText('“Search by supplier” is no longer hidden.').waitFor();
  await page.getByText('Hidden (1)').waitFor();
  await page.context().close();
});

test('on a page of no app the panel says what Cairn does and which apps to open', async () => {
  const { page } = await open({ initialSection: 'here' });
  await page.evaluate('panel.background.page = { feedback: false, guides: [], checklists: [], hidden: [] }, panel.changed()');
  await page.getByText('Open one of these apps: Orders and Travel.').waitFor();
  expect(await page.getByRole('button', { name: 'Give feedback' }).count()).toBe(0);
  await page.context().close();
});

test('feedback with a reply comes first', async () => {
  const { page } = await open({ rows: 60 });
  await page.evaluate(`
    const feedback = panel.background.rows.filter(({ entry }) => entry.kind === 'feedback');
    panel.background.summary = { ...panel.background.summary, replies: { [feedback.at(-1).entry.id]: { text: 'Fixed', language: 'en' } } };
    panel.changed()`);
  await page.locator('#section > ol > li').first().getByText('Reply: Fixed').waitFor();
  expect(await page.locator('#section > ol > li').count()).toBe(5);
  await page.getByRole('button', { name: /^Show all/ }).click();
  await expect.poll(() => page.locator('#section > ol > li').count()).toBeGreaterThan(5);
  await page.context().close();
});

test('a record that arrives is shown on top, and an unfolded record stays unfolded', async () => {
  const { page } = await open();
  await rows(page).first().locator('summary').click();
  await inPanel(page, ({ background, changed }) => {
    const first = background.rows[0]!;
    const id = '11111111-0000-4000-8000-000000000001';
    background.rows = [{ ...first, seq: 2000, entry: { ...first.entry, id } as never }, ...background.rows];
    changed();
  });
  await expect.poll(() => rows(page).count()).toBe(11);
  expect(await rows(page).nth(0).locator('details').getAttribute('open')).toBeNull();
  expect(await rows(page).nth(1).locator('details').getAttribute('open')).not.toBeNull();
  await page.context().close();
});
