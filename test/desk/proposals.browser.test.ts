import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { enrolled, signedIn } from '../hub/hub-in-test.ts';
import { proposalsAt, proposed, publishTaken } from '../hub/packs/proposals/proposals-in-test.ts';
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
let at: ReturnType<typeof proposalsAt>;
let secret: string;
let app: string;
beforeAll(async () => {
  hub = await hubWithDesk(lifetime);
  visit = await openBrowser(lifetime);
  at = proposalsAt(hub);
}, 90_000);
afterAll(() => lifetime.disposeAsync());
beforeEach(async () => {
  [secret, app] = [await enrolled(hub), `app-${randomUUID().slice(0, 8)}`];
});

const picture = {
  width: 200,
  height: 80,
  boxes: [
    { box: [10, 10, 80, 24], shape: 'button', text: 'Cancel', isTarget: true },
    { box: [10, 44, 120, 20], shape: 'text' },
  ],
};
const withPicture = (more: object = {}) => proposed({ app, pictures: { cancel: picture }, ...more });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function arrive(options: Parameters<Visiting>[0] = {}) {
  const { page, violations } = await visit(options);
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(await hub.linkFor(`Ada ${randomUUID().slice(0, 6)}`, 'author'));
  await page.getByRole('link', { name: 'Proposals' }).click();
  await page.getByRole('heading', { name: 'Proposals', level: 1 }).waitFor();
  return { page, violations };
}

/** The row of the proposal of this test. */
const row = (page: Page) => page.getByRole('list', { name: 'Proposals' }).getByRole('listitem').filter({ hasText: app });
const open = async (page: Page) => {
  await row(page).getByRole('link').press('Enter');
  await page.getByRole('heading', { name: 'How I cancel an order', level: 1 }).waitFor();
};

test('an author reads a proposal and takes it into a draft by keyboard alone', async () => {
  const pack = `${app}-pack`;
  await publishContent(await publishing(), packOf({ id: pack, app }));
  await at.propose(secret, withPicture());
  const { page, violations } = await arrive();
  expect(await row(page).innerText()).toMatch(/Waiting[\s\S]*walkthrough, 2 steps · by Ada, Sales/);
  await open(page);
  await page.getByText('We do it ten times a day.').waitFor();
  await page.getByRole('img', { name: 'Picture of the step and what is around it' }).waitFor();
  await page.getByText('guide ‘How I cancel an order’: new').waitFor();
  expect(await faultsOn(page)).toEqual([]);
  await button(page, 'Take it').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `Draft of ${pack}, version 2` }).waitFor();
  expect(await page.getByLabel('The pack as JSON').inputValue()).toContain('"name": "Ada"');
  await page.getByRole('link', { name: 'Proposals' }).click();
  await row(page).getByText('In a draft').waitFor();
  expect(violations).toEqual([]);
  await page.context().close();
});

test('an app without a pack gets a new one, and the guide the id that the author writes', async () => {
  await at.propose(secret, withPicture());
  const { page } = await arrive();
  await open(page);
  await page.getByLabel('Id of the guide').fill('cancelling');
  await page.getByLabel('Id of the new pack').fill(`${app}-new`);
  await button(page, 'Take it').press('Enter');
  await page.getByRole('heading', { name: `Draft of ${app}-new, version 1` }).waitFor();
  expect(await page.getByLabel('The pack as JSON').inputValue()).toContain('"id": "cancelling"');
  await page.context().close();
});

test('a proposal is returned with a comment, and not without; what changed meanwhile is shown before it is decided', async () => {
  const { body } = await at.propose(secret, withPicture());
  const { page } = await arrive();
  await open(page);
  await button(page, 'Return with the comment').press('Enter');
  await page.getByText('Write what to change, or why not.').waitFor();
  await at.propose(secret, withPicture({ note: 'Only open orders.' }), body.id);
  await page.getByLabel('Comment, which the colleague reads').fill('Say which order.');
  await button(page, 'Return with the comment').press('Enter');
  await page.getByRole('alert').getByText('is now at revision 2').waitFor();
  await page.getByText('Only open orders.').waitFor();
  expect(await page.getByLabel('Comment, which the colleague reads').inputValue()).toBe('Say which order.');
  await button(page, 'Return with the comment').press('Enter');
  await page.getByRole('blockquote').getByText('Say which order.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect((await at.own(secret))[0]).toMatchObject({ state: 'returned', comment: 'Say which order.' });
  await page.context().close();
});

async function publishing() {
  const made = await publishingAt(hub);
  await anActiveKey(made);
  return made;
}

test.each(['light', 'dark'] as const)(
  'the pages of proposals fit every width in both directions and pass axe, and tell of a withdrawn one, %s',
  async (colorScheme) => {
    const author = await signedIn(hub, `Author ${app}`, 'author');
    const { body } = await at.propose(secret, withPicture({ guide: { ...proposed().guide, id: 'gone' } }));
    const [first] = (await at.listed(author)).proposals.filter((one) => one.app === app);
    const done = await at.decide(author, first!, 'take', { pack: `${app}-pack` });
    await publishTaken(await publishing(), done.body.draft!, { author });
    await at.propose(secret, withPicture());
    await at.withdraw(secret, body.id);
    const { page } = await arrive({ colorScheme });
    const notice = page.getByRole('region', { name: 'Withdrawn by colleagues' }).getByRole('listitem').filter({ hasText: app });
    await notice.getByText('Browsers show it, with its credit, until the draft that takes it out').waitFor();
    const look = async (name: string) => {
      for (const width of [320, 1280])
        for (const dir of ['rtl', 'ltr']) {
          await page.setViewportSize({ width, height: 860 });
          await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
          expect(await overflow(page), `${name}, ${width}, ${dir}`).toEqual([]);
          expect(await faultsOn(page), `${name}, ${width}, ${dir}`).toEqual([]);
        }
    };
    await look('list');
    await notice.getByRole('link', { name: 'Open the draft' }).press('Enter');
    await page.getByRole('blockquote').getByText('Devices show the guide until this is reviewed and published').waitFor();
    await page.goBack();
    await open(page);
    await look('detail');
    await page.context().close();
  },
);
