import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LoggedAccess } from '../../src/model/hub-api/access-log.ts';
import type { ListedSignIn } from '../../src/model/hub-api/sign-ins.ts';
import { type DeskInBrowser, deskInBrowser } from './desk-in-browser.ts';
import { faultsOn } from './faults-on.ts';
import { severalPieces } from './feedback.ts';
import { overflow } from './overflow.ts';

let desk: DeskInBrowser;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterAll(() => desk?.close());

const signIn = (given: Partial<ListedSignIn>): ListedSignIn => ({
  id: randomUUID(),
  name: 'Fadwa Haddad',
  role: 'facilitator',
  method: 'link',
  provider: null,
  startedAt: '2026-11-30T08:00:00.000Z',
  lastUsedAt: '2026-11-30T09:12:00.000Z',
  endsAt: '2026-11-30T20:00:00.000Z',
  isThisOne: false,
  ...given,
});

const access = (given: Partial<LoggedAccess>): LoggedAccess => ({
  ...{ name: 'Ada Lovelace', provider: null, resource: 'backlog', query: 'app=orders', requests: 2, texts: 5 },
  ...{ firstAt: '2026-11-30T08:00:00.000Z', lastAt: '2026-11-30T08:31:00.000Z' },
  ...given,
});
const accesses = [
  access({}),
  access({ name: 'Fadwa Haddad', provider: 'https://login.example.com', resource: 'answer texts', texts: 31 }),
];

beforeEach(() => {
  const signIns = [
    signIn({ isThisOne: true }),
    signIn({ name: 'Ada Lovelace', role: 'viewer', method: 'provider', provider: 'acme' }),
  ];
  Object.assign(desk.hub, { mood: 'well', items: severalPieces(), questions: [], signIns, accesses, packs: [], providers: [] });
  Object.assign(desk.hub, { provider: null, needsConfirmation: false });
});

test.each([
  ['viewer', ['Answers', 'Guides', 'Packs', 'Account']],
  ['author', ['Answers', 'Proposals', 'Guides', 'Packs', 'Account']],
  ['publisher', ['Answers', 'Proposals', 'Guides', 'Packs', 'Account']],
  ['facilitator', ['Inbox', 'Answers', 'Guides', 'Packs', 'Account']],
  ['admin', ['Inbox', 'Answers', 'Proposals', 'Guides', 'Packs', 'Account', 'Admin']],
] as const)('the role %s sees the pages %j and begins at the first', async (role, titles) => {
  desk.hub.role = role;
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  const links = page.getByRole('navigation', { name: 'Desk' }).getByRole('link');
  await links.first().waitFor();
  expect(await links.allInnerTexts()).toEqual([...titles]);
  expect(await links.first().getAttribute('aria-current')).toBe('page');
  await page.getByRole('banner').getByText(role, { exact: true }).waitFor();
  await page.context().close();
});

test('an address of a page that the role may not see says so, and how to get another role', async () => {
  desk.hub.role = 'viewer';
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByRole('heading', { name: 'Answers', level: 1 }).waitFor();
  for (const [address, title] of [
    ['?choice=idea', 'Inbox'],
    ['?view=admin', 'Admin'],
  ]) {
    desk.hub.asked = [];
    await page.goto(`${desk.hub.url}/desk/${address}`);
    await page.getByRole('heading', { name: `${title} is not part of your role` }).waitFor();
    await page.getByText('You are signed in as viewer: you see figures, but not what people wrote.').waitFor();
    await page.getByText('Ask whoever runs your hub for a sign-in link with the role that you need.').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    expect(desk.hub.asked).toEqual([]);
  }
  await page.context().close();
});

test('a person ends another sign-in of theirs by keyboard, and the focus stays at the list', async () => {
  desk.hub.role = 'facilitator';
  const { page, violations } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByRole('link', { name: 'Account' }).click();
  const rows = page.getByRole('list', { name: 'Sign-ins' }).getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(2);
  expect(await rows.first().innerText()).toContain('this browser');
  expect(await rows.first().getByRole('button').count()).toBe(0);
  await rows.nth(1).getByRole('button', { name: 'End' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByRole('status').getByText('Sign-in of Ada Lovelace ended').waitFor({ state: 'attached' });
  expect(await page.getByRole('list', { name: 'Sign-ins' }).evaluate((list) => list === document.activeElement)).toBe(true);
  expect(violations).toEqual([]);
  await page.context().close();
});

test.each(['account', 'packs', 'admin'])(
  'the page %s fits every width in both directions, and axe finds nothing wrong',
  async (view) => {
    desk.hub.role = 'admin';
    const { page } = await desk.visit();
    await page.goto(desk.hub.link());
    await page.getByRole('banner').getByText('Fadwa Haddad').waitFor();
    await page.goto(`${desk.hub.url}/desk/?view=${view}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    for (const width of [320, 1280])
      for (const dir of ['rtl', 'ltr']) {
        await page.setViewportSize({ width, height: 860 });
        await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
        expect(await overflow(page), `${width}, ${dir}`).toEqual([]);
        expect(await faultsOn(page), `${width}, ${dir}`).toEqual([]);
      }
    await page.context().close();
  },
);

test('an admin reads the access log in pages, with what employees are shown of it', async () => {
  desk.hub.role = 'admin';
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByRole('link', { name: 'Admin' }).click();
  await page.getByText('what people wrote was read 12 times by 3 people').waitFor();
  const rows = page.getByRole('region', { name: 'Access log' }).getByRole('row');
  await expect.poll(() => rows.count()).toBe(2);
  expect((await rows.nth(1).getByRole('cell').allInnerTexts()).slice(1)).toEqual([
    'Ada Lovelace',
    'backlog app=orders',
    '2',
    '5',
  ]);
  await page.getByRole('button', { name: 'Load older rows' }).press('Enter');
  await expect.poll(() => rows.count()).toBe(3);
  expect(await page.getByRole('button', { name: 'Load older rows' }).count()).toBe(0);
  await page.context().close();
});

test('a publisher publishes a signed pack from a file; a viewer sees who may', async () => {
  desk.hub.role = 'publisher';
  const { page, violations } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.getByRole('link', { name: 'Packs' }).click();
  await page.getByText('No pack has been published to this hub.').waitFor();
  const file = { name: 'orders.jws', mimeType: 'application/jose', buffer: Buffer.from('orders-basics') };
  await page.getByLabel('Signed pack').setInputFiles(file);
  await page.getByRole('button', { name: 'Publish' }).press('Enter');
  await page.getByRole('region', { name: 'Publish a pack' }).getByText('Version 1 of orders-basics is published.').waitFor();
  await page.getByRole('list', { name: 'Published packs' }).getByText('orders-basics').waitFor();
  expect(violations).toEqual([]);
  desk.hub.role = 'viewer';
  await page.reload();
  await page.getByText('Packs are published by publishers and admins').waitFor();
  await page.context().close();
});

test('where a fresh sign-in is needed, the desk says so with a link that leads back to the page', async () => {
  Object.assign(desk.hub, { role: 'facilitator', needsConfirmation: true });
  const { page } = await desk.visit();
  await page.goto(desk.hub.link());
  await page.goto(`${desk.hub.url}/desk/?choice=idea`);
  const link = page.getByRole('alert').getByRole('link', { name: 'Confirm at your identity provider' });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('/desk/api/confirm?return=%3Fchoice%3Didea');
  expect(await faultsOn(page)).toEqual([]);
  await page.context().close();
});

test.each([
  ['no-role', 'none of your groups has a role'],
  ['clock', 'too far apart'],
  ['made-up', 'This browser has not signed in'],
])('the sign-in page offers every provider, and says of a failed sign-in why: %s', async (why, reason) => {
  desk.hub.providers = [
    { id: 'first', name: 'First company' },
    { id: 'second', name: 'Second company' },
  ];
  const { page } = await desk.visit();
  await page.goto(`${desk.hub.url}/desk/?view=packs#sign-in-refused=${why}`);
  await page.getByText(reason).waitFor();
  const links = page.getByRole('list', { name: 'Identity providers' }).getByRole('link');
  await expect.poll(() => links.allInnerTexts()).toEqual(['Sign in with First company', 'Sign in with Second company']);
  expect(await links.first().getAttribute('href')).toBe('/desk/api/providers/first/begin?return=%3Fview%3Dpacks');
  expect(await faultsOn(page)).toEqual([]);
  await page.context().close();
});
