import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { RELEASE_TYPE, type ReleaseDocument } from '../../src/model/hub-api/release-document.ts';
import type { Role } from '../../src/model/hub-api/role.ts';
import { ask, bearer, enrolled } from '../hub/hub-in-test.ts';
import { packOf } from '../hub/packs-in-test.ts';
import { openBrowser, type Visiting } from './desk-in-browser.ts';
import { faultsOn } from './faults-on.ts';
import { type HubWithDesk, hubWithDesk, PATIENCE_MS } from './hub-with-desk.ts';
import { overflow } from './overflow.ts';

const folder = join(import.meta.dirname, '../../.cairn/screens/desk');
const sizes = [
  { width: 320, height: 720 },
  { width: 1280, height: 860 },
];

// Two people act one after the other, each in a browser of their own.
vi.setConfig({ testTimeout: 120_000 });

const lifetime = new AsyncDisposableStack();
let hub: HubWithDesk;
let visit: Visiting;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  hub = await hubWithDesk(lifetime);
  visit = await openBrowser(lifetime);
}, 90_000);
afterAll(() => lifetime.disposeAsync());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function arrive(name: string, role: Role, colorScheme: 'light' | 'dark' = 'light') {
  const { page, violations } = await visit({ colorScheme });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(await hub.linkFor(name, role));
  await page.getByRole('link', { name: 'Packs' }).waitFor();
  return { page, violations };
}

/** What a device is offered of the pack. */
async function offered(): Promise<string[]> {
  const headers = { ...bearer(await enrolled(hub)), accept: RELEASE_TYPE };
  const { body } = await ask<ReleaseDocument>(hub, 'GET /v1/packs/released', { headers });
  return [...body.versions.map(({ version, share }) => `${version}: ${share} %`), ...(body.isOff ? ['off'] : [])];
}

/** Takes a pack from a file to approved, by two people. */
async function approve(author: Page, reviewer: Page, title: string): Promise<void> {
  const content = JSON.stringify({ ...packOf({ id: 'released' }), title });
  await author.getByRole('link', { name: 'Packs', exact: true }).click();
  await author
    .getByLabel('Pack as JSON')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await button(author, 'Make a draft').click();
  await button(author, 'Hand in for review').click();
  await author.getByText('somebody else has to review it').waitFor();
  await reviewer.goto(author.url());
  await button(reviewer, 'Approve').click();
  await reviewer.getByText('Approved by').waitFor();
}

async function checkScreens(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await overflow(page), `${name} at ${size.width}`).toEqual([]);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`), fullPage: true });
  }
  expect(await faultsOn(page)).toEqual([]);
}

test('an admin makes a key at the desk, puts it into policies and activates it', async () => {
  const { page, violations } = await arrive('Root', 'admin');
  await page.getByRole('link', { name: 'Admin' }).click();
  await page.getByText('No key has been made.').waitFor();
  await button(page, 'Make a key').press('Enter');
  const key = page.getByRole('list', { name: 'Signing keys' }).getByRole('listitem');
  await key.getByText('Prepared').waitFor();
  expect(JSON.parse((await key.locator('code').last().textContent()) ?? '')).toEqual({
    kid: expect.any(String),
    x: expect.stringMatching(/^[\w-]{43}$/),
    apps: ['*'],
  });
  await button(page, 'Activate').press('Enter');
  await button(page, /^Activate it/).press('Enter');
  await key.getByText('Active').waitFor();
  await checkScreens(page, 'admin-keys');
  expect(violations).toEqual([]);
  await page.context().close();
});

test('a draft goes live: reviewed by another person, published to some, then to all, and back', async () => {
  const [ada, ben] = [await arrive('Ada', 'publisher'), await arrive('Ben', 'publisher', 'dark')];
  await approve(ada.page, ben.page, 'First');
  await button(ben.page, 'Publish…').press('Enter');
  const dialog = ben.page.getByRole('dialog', { name: 'Publish version 1 of released' });
  await dialog.getByLabel('Share of browsers').fill('0');
  await button(ben.page, 'Publish').click();
  await dialog.getByText('whole number from 1 to 100').waitFor();
  await checkScreens(ben.page, 'publish-dialog-dark');
  await ben.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await ben.page.evaluate(() => document.activeElement?.textContent)).toBe('Publish…');
  await button(ben.page, 'Publish…').click();
  await dialog.getByLabel('Share of browsers').fill('100');
  await button(ben.page, 'Publish').click();
  await ben.page.getByText('It is published.').waitFor();
  expect(await offered()).toEqual(['1: 100 %']);

  await approve(ada.page, ben.page, 'Second');
  await ben.page.getByText('title of the pack changed').waitFor();
  await button(ben.page, 'Publish…').click();
  const second = ben.page.getByRole('dialog');
  await second.getByLabel('Share of browsers').fill('25');
  await button(ben.page, 'Publish').click();
  await ben.page.getByRole('link', { name: 'Releases of released' }).click();
  await ben.page.getByText('live, 25 % of browsers').waitFor();
  expect(await offered()).toEqual(['2: 25 %', '1: 100 %']);
  await ben.page
    .getByText(/by Ben, approved by Ben/)
    .first()
    .waitFor();

  await button(ben.page, 'Change who gets it: version 2').click();
  await ben.page.getByLabel('Share of browsers').fill('10');
  await button(ben.page, 'Offer it so').click();
  await ben.page.getByRole('alert').getByText('devices that have it would not give it back').waitFor();
  await checkScreens(ben.page, 'pack-reach-dark');
  await ben.page.getByLabel('Share of browsers').fill('50');
  await button(ben.page, 'Offer it so').click();
  await ben.page.getByText('live, 50 % of browsers').waitFor();
  await button(ben.page, 'Stop: version 2').click();
  await button(ben.page, 'Stop the roll-out').click();
  await ben.page.getByText('Write why, for those who look after it next.').waitFor();
  await ben.page.getByLabel('Why').fill('Step 1 is wrong.');
  await button(ben.page, 'Stop the roll-out').click();
  await ben.page.getByText('Stopped: Step 1 is wrong.').waitFor();
  expect(await ben.page.getByLabel('Why').count()).toBe(0);

  await button(ben.page, 'Roll back to it: version 1').click();
  await ben.page.getByText('title of the pack changed').click();
  await checkScreens(ben.page, 'pack-roll-back-dark');
  await button(ben.page, 'Publish it as version 3').click();
  await ben.page.getByText('with the content of version 1').waitFor();
  expect(await offered()).toContain('3: 100 %');
  await Promise.all([ada, ben].map(({ page }) => page.context().close()));
});

test('a pack is switched off with a reason, and on again; who may not do it only reads', async () => {
  const ben = await arrive('Ben', 'publisher');
  await ben.page.goto(`${hub.url}/desk/?view=packs&pack=released`);
  await button(ben.page, 'Switch off…').press('Enter');
  const dialog = ben.page.getByRole('dialog', { name: 'Switch released off' });
  await dialog.getByLabel('Why').fill('It covers the Save button.');
  // Somebody else is faster: the reason that was typed stays.
  const other = await arrive('Root', 'admin');
  await other.page.goto(`${hub.url}/desk/?view=packs&pack=released`);
  await button(other.page, 'Switch off…').click();
  await other.page.getByLabel('Why').fill('Try.');
  await button(other.page, 'Switch off').click();
  await button(other.page, 'Switch on').click();
  await button(other.page, 'Switch off…').waitFor();
  await other.page.context().close();
  await button(ben.page, 'Switch off').press('Enter');
  await dialog.getByRole('alert').getByText('Root changed it').waitFor();
  expect(await dialog.getByLabel('Why').inputValue()).toBe('It covers the Save button.');
  await button(ben.page, 'Switch off').press('Enter');
  await ben.page.getByText('Switched off: no browser shows it.').waitFor();
  expect(await offered()).toContain('off');
  const vera = await arrive('Vera', 'viewer');
  await vera.page.goto(`${hub.url}/desk/?view=packs&pack=released`);
  await vera.page.getByText('It covers the Save button.').waitFor();
  expect(await vera.page.getByRole('main').getByRole('button').count()).toBe(0);
  await checkScreens(vera.page, 'pack-off');
  await button(ben.page, 'Switch on').click();
  await button(ben.page, 'Switch off…').waitFor();
  expect(await offered()).not.toContain('off');
  expect([...ben.violations, ...vera.violations]).toEqual([]);
  await Promise.all([ben, vera].map(({ page }) => page.context().close()));
});
