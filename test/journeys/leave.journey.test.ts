import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../run/shared-postgres.ts';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pressInHaste } from './harness/press-in-haste.ts';
import { untilFrictionListens } from './harness/until-friction-listens.ts';
import { type JourneyStage, startStage } from './stage.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
let stage: JourneyStage;
let chromium: ChromiumJourney;
let database: pg.Client;

beforeAll(async () => {
  const address = await createDatabase();
  stage = await startStage(lifetime, address);
  database = new pg.Client(address);
  await database.connect();
  lifetime.defer(() => database.end());
  chromium = await startChromium({ lifetime, extension: builtExtension('chrome'), policy: stage.policy });
});

async function open(path: string): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(stage.shop + path);
  await overlaySurface(page).find(launcher);
  return page;
}

/** Feedback is sent at once, and everything that waits with it. */
async function sendWhatWaits(): Promise<void> {
  const page = await open('/index.html');
  const cairn = overlaySurface(page);
  await cairn.click(launcher);
  await cairn.click({ role: 'button', name: 'This works well' });
  await cairn.find({ role: 'heading', name: 'Thank you' });
  await page.close();
}

const atHub = async () => {
  const { rows } = await database.query(
    `select route from entries where kind = 'friction' and payload->>'signal' = 'repeat-click' order by seq`,
  );
  return rows.map(({ route }) => route as string);
};

test.each<[string, string, (page: Page) => Promise<unknown>]>([
  ['by a link', '/products.html', (page) => page.getByRole('link', { name: 'Orders' }).click()],
  ['by an address', '/products.html', (page) => page.goto(`${stage.shop}/index.html`)],
  ['to another site', '/products.html', (page) => page.goto(`${stage.elsewhere}/index.html`)],
  ['by a reload', '/products.html', (page) => page.reload()],
  ['by closing the tab', '/products.html', (page) => page.close()],
])(
  'repeated presses right before a page is left %s are at the hub, once, with the route of the presses',
  async (_way, path, leave) => {
    const before = (await atHub()).length;
    const page = await open(path);
    await untilFrictionListens(page);
    await pressInHaste(page.getByRole('button', { name: 'Export list' }), 5);
    await leave(page);
    if (!page.isClosed()) await page.close();
    await eventually(
      async () => {
        await sendWhatWaits();
        return (await atHub()).length > before;
      },
      () => 'What was found as the page was left has not arrived at the hub',
      40_000,
    );
    expect((await atHub()).slice(before)).toEqual([path]);
  },
);
