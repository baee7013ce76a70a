import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BatchReply, Enrolment } from '../../src/model/hub-api/intake.ts';
import { type HubProcess, startHub } from '../journeys/harness/hub.ts';
import { builtDesk } from './built-desk.ts';
import { openBrowser, type Visiting } from './desk-in-browser.ts';

/** The embedded store takes up to 10 s to open on a busy machine, and the hub has said it has a minute. */
const patience = 90_000;

const lifetime = new AsyncDisposableStack();
let hub: HubProcess;
let visit: Visiting;
beforeAll(async () => {
  hub = await startHub({ lifetime, env: { CAIRN_DESK: await builtDesk(lifetime) } });
  visit = await openBrowser(lifetime);
}, patience);
afterAll(() => lifetime.disposeAsync(), patience);

async function post<T>(path: string, body: object, secret?: string): Promise<T> {
  const headers = { 'Content-Type': 'application/json', ...(secret && { Authorization: `Bearer ${secret}` }) };
  const answer = await fetch(hub.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

/** Sends entries as an install does. */
async function send(secret: string, ...entries: object[]): Promise<void> {
  const reply = await post<BatchReply>('/v1/entries', { sentAt: new Date().toISOString(), entries }, secret);
  expect(reply.results.every(({ accepted }) => accepted)).toBe(true);
}

const common = () => ({ id: randomUUID() as string, at: new Date().toISOString(), app: 'orders', route: '/orders/#/Orders/:id' });

test(
  'a real hub serves the desk from sign-in by link over arrivals and filters to sign-out',
  async () => {
    const { page, violations } = await visit();
    const link = await hub.signInLink();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Nothing to triage' }).waitFor();

    const { secret } = await post<Enrolment>('/v1/enrol', { token: hub.enrolToken });
    const feedback = { kind: 'feedback', ...common(), choice: 'confused', control: { role: 'button', name: 'Save' } };
    await send(secret, feedback);
    const rows = page.getByRole('list', { name: 'Feedback, most important first' }).getByRole('link');
    await rows.filter({ hasText: 'This confused me' }).waitFor({ timeout: 3_000 });
    await rows.first().click();
    await page.getByText('no name given').waitFor();

    await send(secret, { kind: 'words', ...common(), of: feedback.id, words: 'Which of the two?', contact: 'Ada' });
    await page.getByRole('button', { name: 'New feedback — show' }).click();
    await page.getByRole('blockquote').getByText('Which of the two?').waitFor();
    await page.getByRole('definition').filter({ hasText: 'Ada' }).waitFor();

    await send(secret, {
      kind: 'feedback',
      ...common(),
      app: 'travel',
      choice: 'idea',
      control: { role: 'combobox', masked: true },
    });
    await page.getByRole('button', { name: 'New feedback — show' }).click();
    await page.getByRole('group', { name: 'App' }).getByRole('button', { name: 'travel' }).click();
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().textContent()).toContain('combobox, name withheld');

    const about = { pack: 'orders-basics', version: 1, guide: 'how' };
    await send(secret, { kind: 'answer', ...common(), about, answer: { what: 'umux-lite', capabilities: 6, ease: 5 } });
    await page.getByRole('link', { name: 'Answers' }).click();
    // An answer to a question that this hub does not publish is counted, and its question is not listed before enough people answered.
    await page.getByRole('heading', { name: 'No answers yet' }).waitFor();

    await page.getByRole('link', { name: 'Inbox' }).click();
    await rows.filter({ hasText: 'Which of the two?' }).focus();
    await page.keyboard.press('i');
    await page.getByText('1 item assigned to').first().waitFor();
    await page.reload();
    await rows.filter({ hasText: 'Which of the two?' }).getByText('Open').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You have signed out' }).waitFor();
    await page.goto(link);
    await page.getByRole('heading', { name: 'That sign-in link does not work' }).waitFor();
    await page.getByText('was used already').waitFor();
    expect(violations).toEqual([]);
    await page.context().close();
  },
  patience,
);

test(
  'the desk survives a restart of its hub',
  async () => {
    const { page } = await visit();
    await page.goto(await hub.linkFor('Fadwa Haddad'));
    await page.getByRole('banner').getByText('Fadwa Haddad').waitFor();
    await hub.stop();
    const notice = page.getByRole('complementary', { name: 'Connection' });
    await notice.getByText('The hub does not answer.').waitFor();
    await hub.restart();
    await notice.waitFor({ state: 'detached', timeout: 40_000 });
    await page.getByRole('banner').getByText('Fadwa Haddad').waitFor();
    await page.context().close();
  },
  patience,
);
