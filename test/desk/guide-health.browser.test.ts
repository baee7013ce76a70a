import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anActiveKey, publishContent, publishingAt } from '../hub/packs/publishing-in-test.ts';
import { packOf } from '../hub/packs-in-test.ts';
import { openBrowser, type Visiting } from './desk-in-browser.ts';
import { faultsOn } from './faults-on.ts';
import { type HubWithDesk, hubWithDesk, PATIENCE_MS } from './hub-with-desk.ts';
import { overflow } from './overflow.ts';

vi.setConfig({ testTimeout: 120_000 });

const lifetime = new AsyncDisposableStack();
let hub: HubWithDesk;
let visit: Visiting;
beforeAll(async () => {
  hub = await hubWithDesk(lifetime);
  visit = await openBrowser(lifetime);
  const publishing = await publishingAt(hub);
  await anActiveKey(publishing);
  await publishContent(publishing, packOf());
  const health = {
    ...{ steps: { open: 40 }, weak: { open: 20 } },
    routes: [{ route: '/orders/:id', steps: { open: 60 }, weak: { open: 30 } }],
  };
  await hub.store.execute(sql`insert into guide_health (pack, guide, version, week, health)
    values ('orders-basics', 'constructor', 1, '2026-11-16', ${JSON.stringify(health)}::jsonb)`);
}, 90_000);
afterAll(() => lifetime.disposeAsync());

async function arrive(role: 'author' | 'viewer', options: Parameters<Visiting>[0] = {}) {
  const { page, violations } = await visit(options);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(await hub.linkFor(`Ada ${role}`, role));
  await page.getByRole('link', { name: 'Guides' }).click();
  await page.getByRole('heading', { name: 'First order: Open' }).first().waitFor();
  return { page, violations };
}

const listOf = (page: Page, name: string) => page.getByRole('list', { name });

test('an author sees which step people miss, since when and where, and repairs it in a draft that opens at the step', async () => {
  const { page, violations } = await arrive('author');
  await page.getByText('About 40 % of those who met it').waitFor();
  await listOf(page, 'Missing').getByText('By version and by page').press('Enter');
  await page.getByText('about 60 %').waitFor();
  await listOf(page, 'Missing').getByRole('button', { name: 'Prepare a repair' }).press('Enter');
  await page.getByRole('heading', { name: 'Draft of orders-basics, version 2' }).waitFor();
  await page.getByRole('blockquote').getByText('the step "open" of the guide "constructor"').waitFor();
  const text = page.getByLabel('The pack as JSON');
  const selected = () => text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  await expect.poll(selected).toBe('"id":"open"');
  expect(violations).toEqual([]);
  await page.context().close();
});

test('a control that is found weakly is listed apart from those that are missed, and its repair says what to do', async () => {
  const { page, violations } = await arrive('author');
  const weak = listOf(page, 'Found, but weak');
  await weak.getByText('For about 20 % of those who met it its control was found, but weak').waitFor();
  expect(await listOf(page, 'Missing').getByText('20 %').count()).toBe(0);
  await weak.getByText('By version and by page').press('Enter');
  await weak.getByText('about 30 %').waitFor();
  await weak.getByRole('button', { name: 'Prepare a repair' }).press('Enter');
  await page.getByRole('blockquote').getByText('is found, but less surely than when it was recorded').waitFor();
  expect(violations).toEqual([]);
  await page.context().close();
});

test('a viewer sees it too, and repairs nothing', async () => {
  const { page } = await arrive('viewer');
  expect(await page.getByRole('button', { name: 'Prepare a repair' }).count()).toBe(0);
  await page.context().close();
});

test.each(['light', 'dark'] as const)('the page fits every width in both directions and passes axe, %s', async (colorScheme) => {
  const { page } = await arrive('author', { colorScheme });
  await page.getByText('By version and by page').first().click();
  for (const width of [320, 1280])
    for (const dir of ['rtl', 'ltr']) {
      await page.setViewportSize({ width, height: 860 });
      await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
      expect(await overflow(page), `${width}, ${dir}`).toEqual([]);
      expect(await faultsOn(page), `${width}, ${dir}`).toEqual([]);
    }
  await page.context().close();
});
