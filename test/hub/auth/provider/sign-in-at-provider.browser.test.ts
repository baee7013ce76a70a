import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { listSignIns } from '../../../../src/hub/auth/sign-in.ts';
import { openBrowser, type Visiting } from '../../../desk/desk-in-browser.ts';
import { rowsOf } from '../../hub-in-test.ts';
import { type HubWithProviders, startHubWithProviders } from './hub-with-providers.ts';
import type { LoginProvider } from './login-provider.ts';

const lifetime = new AsyncDisposableStack();
let hub: HubWithProviders;
let visit: Visiting;
beforeAll(async () => {
  // Hub and providers share this clock, which tests move forward.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() });
  hub = await startHubWithProviders(lifetime);
  visit = await openBrowser(lifetime);
  for (const provider of [hub.first, hub.second]) provider.groups.set('ada', ['staff', 'cairn-facilitators']);
  hub.first.groups.set('pia', ['cairn-publishers']).set('root', ['cairn-admins']).set('nora', ['staff']);
});
afterAll(async () => {
  await lifetime.disposeAsync();
  vi.useRealTimers();
});
afterEach(() => {
  hub.clock.aheadMs = 0;
  hub.first.isUp = true;
});

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);

async function begin(company: string): Promise<Page> {
  const { page } = await visit();
  await page.goto(`${hub.url}/desk/`);
  await page.getByRole('link', { name: `Sign in with ${company}` }).click();
  await page.getByRole('heading', { name: 'Sample login' }).waitFor();
  return page;
}

async function enter(page: Page, user: string, { strong = false } = {}): Promise<void> {
  await page.getByLabel('User').fill(user);
  if (strong) await page.getByLabel('With a second factor').check();
  await page.getByRole('button', { name: 'Enter' }).click();
}

async function signIn(user: string, company = 'First company'): Promise<Page> {
  const page = await begin(company);
  await enter(page, user);
  await page.getByRole('banner').getByText(`${user} of the sample`).waitFor();
  return page;
}

const inboxHeading = (page: Page) => page.getByRole('heading', { name: 'Inbox' });
const api = (page: Page, path: string) => page.evaluate(async (address) => (await fetch(address)).status, `/desk/api/${path}`);

/** The cookie that binds what comes back to this browser, with other content. */
async function changeAttempt(page: Page, change: object): Promise<void> {
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'cairn_sign_in');
  const attempt = JSON.parse(Buffer.from(cookie!.value, 'base64url').toString());
  const value = Buffer.from(JSON.stringify({ ...attempt, ...change })).toString('base64url');
  await page.context().addCookies([{ ...cookie!, value }]);
}

test('a person signs in at a provider by keyboard, and out at the desk and at the provider', async () => {
  const { page, violations } = await visit();
  await page.goto(`${hub.url}/desk/?choice=idea`);
  await page.getByRole('link', { name: 'Sign in with First company' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('User').fill('ada');
  await page.keyboard.press('Enter');
  await inboxHeading(page).waitFor();
  expect(page.url()).toBe(`${hub.url}/desk/?choice=idea`);
  await page.getByRole('banner').getByText('ada of the sample').waitFor();
  await page.getByRole('banner').getByText('facilitator').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You may still be signed in at First company.').waitFor();
  expect(await api(page, 'me')).toBe(401);
  await page.getByRole('link', { name: 'Sign out there too' }).click();
  await page.getByRole('heading', { name: 'Sign out here?' }).waitFor();
  expect(page.url()).toContain(hub.first.issuer);
  expect(violations).toEqual([]);
  await page.context().close();
});

test.each([
  ['cancels', async (page: Page) => page.getByRole('button', { name: 'Cancel' }).click(), 'The sign-in was cancelled'],
  ['is in no group with a role', (page: Page) => enter(page, 'nora'), 'none of your groups has a role at this hub'],
])('a person who %s is not signed in and is told why', async (_, act, reason) => {
  const page = await begin('First company');
  await act(page);
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  await page.getByText(reason).waitFor();
  expect([page.url(), await api(page, 'me')]).toEqual([`${hub.url}/desk/`, 401]);
  await page.context().close();
});

test.each<[string, object, string]>([
  ['nonce', { nonce: 'another' }, 'is not for this sign-in, or could not be verified'],
  ['state', { state: 'another' }, 'is not for this sign-in, or could not be verified'],
  ['code verifier', { codeVerifier: 'another-verifier-of-sufficient-length-for-pkce-0' }, 'is not for this sign-in'],
  ['provider', { provider: 'second' }, 'was not begun in this browser'],
])('what comes back with a wrong %s signs nobody in', async (_, change, reason) => {
  const page = await begin('First company');
  await changeAttempt(page, change);
  await enter(page, 'ada');
  await page.getByText(reason).waitFor();
  expect(await api(page, 'me')).toBe(401);
  await page.context().close();
});

test('what comes back to another browser signs nobody in there', async () => {
  const page = await begin('First company');
  const arrival = page.waitForRequest(/callback/);
  await page.route(/callback/, (route) => route.abort());
  await enter(page, 'ada');
  const stolen = (await arrival).url();
  const other = await visit();
  await other.page.goto(stolen);
  await other.page.getByText('was not begun in this browser').waitFor();
  expect(await api(other.page, 'me')).toBe(401);
  await other.page.context().close();
  await page.context().close();
});

test('the same subject at two providers is two people, each with the role of their own groups', async () => {
  hub.second.groups.set('root', ['cairn-facilitators']);
  const [atFirst, atSecond] = [await signIn('root'), await signIn('root', 'Second company')];
  await atFirst.getByRole('banner').getByText('admin', { exact: true }).waitFor();
  await atSecond.getByRole('banner').getByText('facilitator').waitFor();
  const accounts = await rowsOf<{ issuer: string }>(hub.store, sql`select issuer from accounts where subject = 'root'`);
  expect(accounts.map(({ issuer }) => issuer).sort()).toEqual([hub.first.issuer, hub.second.issuer].sort());
  for (const page of [atFirst, atSecond]) await page.context().close();
});

test('a role that is taken away at the provider ends within five minutes, without a new sign-in', async () => {
  const page = await signIn('ada');
  await inboxHeading(page).waitFor();
  hub.first.groups.set('ada', ['staff']);
  later(5);
  await page.getByText('None of your groups has a role at this hub any more.').waitFor();
  expect(await api(page, 'backlog')).toBe(401);
  hub.first.groups.set('ada', ['staff', 'cairn-facilitators']);
  await page.context().close();
});

test('another role that is given at the provider takes effect within five minutes', async () => {
  const page = await signIn('ada');
  hub.first.groups.set('ada', ['cairn-publishers']);
  later(5);
  await expect.poll(() => api(page, 'backlog')).toBe(403);
  expect(await api(page, 'me')).toBe(200);
  hub.first.groups.set('ada', ['staff', 'cairn-facilitators']);
  await page.context().close();
});

test('while the provider does not answer, a role counts for five minutes and then admits nobody until it answers', async () => {
  const page = await signIn('ada');
  hub.first.isUp = false;
  later(4.5);
  expect(await api(page, 'me')).toBe(200);
  later(1);
  expect(await api(page, 'me')).toBe(503);
  hub.first.isUp = true;
  expect(await api(page, 'me')).toBe(200);
  await page.context().close();
});

test('several requests at once ask the provider once, and all are answered', async () => {
  const page = await signIn('ada');
  for (let round = 0; round < 3; round += 1) {
    later(6);
    const before = hub.first.tokenRequests;
    const statuses = await page.evaluate(async () => {
      const answers = Array.from({ length: 5 }, () => fetch('/desk/api/me').then(({ status }) => status));
      return Promise.all(answers);
    });
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    expect(hub.first.tokenRequests - before).toBe(1);
  }
  await page.context().close();
});

test('an hour after signing in, what people wrote is behind a fresh sign-in, which leads back to the same page', async () => {
  const page = await signIn('ada');
  await inboxHeading(page).waitFor();
  later(61);
  await page.goto(`${hub.url}/desk/?choice=idea`);
  await page.getByRole('alert').getByText('Confirm that it is you').waitFor();
  const signIns = async () => (await listSignIns(hub.store, { now: new Date() })).length;
  const before = await signIns();
  await page.getByRole('link', { name: 'Confirm at your identity provider' }).click();
  await page.getByRole('heading', { name: 'Sample login' }).waitFor();
  await enter(page, 'ada');
  await page.getByRole('heading', { name: 'Nothing to triage' }).waitFor();
  expect(page.url()).toBe(`${hub.url}/desk/?choice=idea`);
  expect(await signIns()).toBe(before);
  await page.context().close();
});

test('publishing needs a sign-in of the last five minutes', async () => {
  const page = await signIn('pia');
  later(6);
  await page.getByRole('link', { name: 'Packs' }).click();
  const file = { name: 'orders.jws', mimeType: 'application/jose', buffer: Buffer.from('a.b.c') };
  const publish = async () => {
    await page.getByLabel('Signed pack').setInputFiles(file);
    await page.getByRole('button', { name: 'Publish' }).click();
  };
  await publish();
  await page.getByRole('link', { name: 'Confirm at your identity provider' }).click();
  await enter(page, 'pia');
  await page.getByRole('heading', { name: 'Publish a pack' }).waitFor();
  await publish();
  await page.getByText('The header of the JWS lacks').waitFor();
  await page.context().close();
});

test('where the settings ask for an acr, a sign-in without it does not confirm', async () => {
  const page = await signIn('ada', 'Second company');
  expect(await api(page, 'backlog')).toBe(403);
  await page.goto(`${hub.url}/desk/api/confirm`);
  await enter(page, 'ada', { strong: true });
  await inboxHeading(page).waitFor();
  expect(await api(page, 'backlog')).toBe(200);
  await page.context().close();
});

const skews: [string, (provider: LoginProvider) => void][] = [
  ['after its keys were changed a moment ago', (provider) => provider.rotateKeys()],
  ['while its clock is half a minute behind', () => Object.assign(hub.clock, { aheadMs: 30_000 })],
  ['while its clock is ten minutes ahead', () => Object.assign(hub.clock, { aheadMs: -600_000 })],
];
test.each(skews)('a person signs in at a provider %s', async (_, change) => {
  await (await signIn('ada')).context().close();
  change(hub.first);
  const page = await signIn('ada');
  expect(await api(page, 'backlog')).toBe(200);
  await page.context().close();
});

test('a provider whose clock is ten minutes behind is refused with that reason', async () => {
  hub.clock.aheadMs = 600_000;
  const page = await begin('First company');
  await enter(page, 'ada');
  await page.getByText('The clocks of the hub and of the identity provider are too far apart.').waitFor();
  await page.context().close();
});

test('a sign-in stays valid over a change of the provider’s keys', async () => {
  const page = await signIn('ada');
  hub.first.rotateKeys();
  later(5);
  expect(await api(page, 'me')).toBe(200);
  await page.context().close();
});

test('a provider that does not answer is the reason that the desk gives', async () => {
  const { page } = await visit();
  await page.goto(`${hub.url}/desk/`);
  hub.first.isUp = false;
  later(61);
  await page.getByRole('link', { name: 'Sign in with First company' }).click();
  await page.getByText('The identity provider does not answer as it should.').waitFor();
  await page.context().close();
});

test('neither the log nor the store holds a token of a provider', async () => {
  const page = await signIn('ada');
  const stored = await rowsOf<{ sealed: string }>(
    hub.store,
    sql`select sealed_tokens as sealed from sign_ins where sealed_tokens is not null`,
  );
  expect(stored.length).toBeGreaterThan(0);
  for (const { sealed } of stored) expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toMatch(/Token|eyJ/);
  expect(hub.log.join('')).not.toMatch(/eyJ|code=|state=|ada/);
  await page.context().close();
});
