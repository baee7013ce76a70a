import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedChromium } from '../run/shared-chromium.ts';
import { type OpenPanel, panelInBrowser } from './panel-in-browser.ts';

const lifetime = new AsyncDisposableStack();
let open: OpenPanel;
beforeAll(async () => {
  open = await panelInBrowser(lifetime, await sharedChromium());
});
afterAll(() => lifetime.disposeAsync());

/** Changes what the background says, in the page. */
const change = (page: Page, script: string) => page.evaluate(`${script}; panel.changed()`);

test('the popup has one line of status, feedback, the number of guides and two switches', async () => {
  const { page } = await open({ view: 'popup' });
  await page.getByText('On in Orders').waitFor();
  const names = await page.getByRole('button').allInnerTexts();
  expect(names).toEqual(['Give feedback', 'Guides for this page (5)', 'Open side panel']);
  expect(await page.getByRole('switch').count()).toBe(2);
  await page.getByRole('switch', { name: 'Tips' }).click();
  await page.getByText(/Tips are muted until 3:05\sPM/).waitFor();
  await page.getByRole('button', { name: 'Give feedback' }).click();
  await expect.poll(() => page.evaluate('panel.background.closed')).toEqual(['popup']);
  await page.context().close();
});

test('the popup stays open where the page does not answer, and says so', async () => {
  const { page } = await open({ view: 'popup' });
  await page.evaluate('panel.background.isAnswering = false');
  await page.getByRole('button', { name: 'Give feedback' }).click();
  await page.getByText('The page did not answer. Reload it and try again.').waitFor();
  expect(await page.evaluate('panel.background.closed')).toEqual([]);
  await page.context().close();
});

test.each(['en', 'de', 'fr', 'es', 'ja', 'ar'])(
  'the popup is no wider than it may be, and no text is missing: %s',
  async (language) => {
    const { page } = await open({ view: 'popup', language }, { viewport: { width: 340, height: 600 } });
    await page.getByRole('switch').first().click();
    await page.locator('select').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(340);
    expect(await page.locator('body').innerText()).not.toMatch(/\[[a-zA-Z_]+\]/);
    await page.context().close();
  },
);

test('the status page begins with what works and what needs attention', async () => {
  const { page } = await open({ view: 'status' });
  const checks = () => page.locator('.checks li').evaluateAll((all) => all.map((one) => [one.className, one.textContent]));
  await page.locator('.checks').waitFor();
  expect((await checks()).map(([is]) => is)).toEqual(['good', 'good', 'good', 'good']);
  await change(
    page,
    `Object.assign(panel.background, {
      status: {
        faults: [{ path: 'apps[0]', reason: 'has no origin', remedy: 'Add one.' }],
        upload: { error: { kind: 'timeout', where: 'hub' } },
        ledger: { waiting: 0, sent: 0, refused: 3 },
      },
      pause: { until: 'asked' },
    })`,
  );
  await page.getByText('The hub has rejected 3 records.').waitFor();
  expect((await checks()).filter(([is]) => is === 'attention').map(([, text]) => text)).toEqual([
    '1 part of the policy is ignored until its problem is fixed. The rest applies.',
    'The hub did not answer in time.',
    'The hub has rejected 3 records.',
    'Recording is paused until you resume it.',
  ]);
  await page.getByRole('button', { name: 'Copy report' }).click();
  await page.getByText('Copied.').waitFor();
  const [report] = (await page.evaluate('panel.background.copied')) as string[];
  expect(report).toContain('[!] The hub has rejected 3 records.');
  await page.context().close();
});

test('faults, which are in English, say so inside another language and read from left to right', async () => {
  const { page } = await open({ view: 'status', language: 'ar' });
  await change(page, "panel.background.status = { faults: [{ path: 'apps[0]', reason: 'has no origin', remedy: 'Add one.' }] }");
  const fault = page.locator('.faults li').first();
  await fault.waitFor();
  expect([await fault.getAttribute('lang'), await fault.getAttribute('dir')]).toEqual(['en', 'ltr']);
  await page.context().close();
});

test('the status page and the records say how often what people wrote was read at the hub, and by how many', async () => {
  for (const setting of [{ view: 'status' as const }, {}]) {
    const { page } = await open(setting);
    await page.getByText('What people wrote, read at the hub (last 30 days)').waitFor();
    const facts = page.locator('dl.facts').filter({ hasText: 'Times it was read' });
    expect(await facts.locator('dd').allInnerTexts()).toEqual(['12', '3']);
    await page.context().close();
  }
});
