import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startColleagueApp } from './colleague-app.ts';
import { builtExtension } from './harness/built-extension.ts';
import { type ChromiumJourney, startChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { startHub } from './harness/hub.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { useScreens } from './harness/screens.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { startPublisher } from './publisher.ts';

const shots = useScreens('colleague');
const lifetime = new AsyncDisposableStack();
const stage = {} as Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => void Object.assign(stage, await startStage()));
afterAll(() => lifetime.disposeAsync());

/** A hub with a signing key of its own, an app, and the people who write and publish. */
async function startStage() {
  const [app, hub] = await Promise.all([startColleagueApp(lifetime), startHub({ lifetime })]);
  const publisher = await startPublisher(lifetime, hub);
  const author = await startPublisher(lifetime, hub, { name: 'Author', role: 'author' });
  const { kid, x } = JSON.parse((await publisher('keys', 'new'))[0]!);
  await publisher('keys', 'activate', kid);
  const policy = {
    apps: [{ id: 'orders', name: 'Orders', origins: [app.url] }],
    hub: { url: hub.url, token: hub.enrolToken },
    packs: [{ url: `${hub.url}/v1/packs/orders-guides` }],
    keys: [{ kid, x, apps: ['orders'] }],
  };
  return { app, hub, author, publisher, policy };
}

/** A browser of its own for each person. */
const browserOf = (studio: object): Promise<ChromiumJourney> =>
  startChromium({ lifetime, extension: builtExtension('chrome'), policy: { ...stage.policy, studio } });

async function openApp({ context }: ChromiumJourney): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${stage.app.url}/list.html`);
  await overlaySurface(page).find({ role: 'button', name: 'Cairn: feedback and guides' });
  return page;
}

/** The panel in a tab behind the page: beside it, no test can press in it. */
async function panelBehind({ context, extensionId }: ChromiumJourney, page: Page, section: string): Promise<Page> {
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/panel.html#${section}`);
  await page.bringToFront();
  return panel;
}
const press = async (panel: Page, name: string | RegExp) => {
  const button = panel.getByRole('button', { name });
  await button.waitFor();
  await button.evaluate((one: HTMLElement) => one.click());
};

/** Shows the app how it is done; the panel lists each step as it comes. */
async function showHow(page: Page, panel: Page): Promise<void> {
  const isListed = (name: string) => panel.getByRole('listitem').filter({ hasText: name }).first().waitFor();
  await press(panel, 'Record how you do it');
  await panel.getByRole('heading', { name: 'Recording' }).waitFor();
  await page.getByRole('link', { name: 'Open the order' }).click();
  await isListed('Open the order');
  await page.getByLabel('Reason').fill('Ada Lovelace ordered twice');
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await isListed('Cancel order');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await isListed('Confirm');
  await shots.take(panel, 'recording');
  await press(panel, 'Stop recording');
}

const TITLE = 'Cancel an order';

async function propose(panel: Page): Promise<void> {
  await panel.getByLabel('Title').first().fill(TITLE);
  await press(panel, /^Propose/);
  await panel.getByLabel('Your name, if you want to be named').fill('Ada (sample)');
  await panel.getByLabel('Your department, if you want it named').fill('Purchasing');
  await shots.take(panel, 'proposing');
  await press(panel, 'Send proposal');
  await panel.getByText('Proposed. You see here what becomes of it.').waitFor();
}

/** Id of the proposal that waits at the hub. */
const waitingProposal = () =>
  eventually(
    async () => (await stage.author('proposals', 'list')).find((line) => line.includes('waiting'))?.split(' ')[0],
    async () => (await stage.author('proposals', 'list')).join(),
    60_000,
  );

/** An author takes it into a pack, somebody else reads it, approves it and releases it. What the author read, and the JSON of the pack. */
async function publish(proposal: string): Promise<{ read: string; pack: string }> {
  const { author, publisher } = stage;
  const read = (await author('proposals', 'read', proposal)).join('\n');
  await author('proposals', 'take', proposal, '--pack', 'orders-guides');
  const draft = (await author('pack', 'drafts')).join().match(/[0-9a-f-]{36}/)![0];
  await author('pack', 'submit', draft);
  const file = join(await temporaryFolder(), 'pack.json');
  const review = (await publisher('pack', 'review', draft, '--out', file)).join('\n');
  const hash = review.match(/--hash ([0-9a-f]{64})/)![1]!;
  await publisher('pack', 'approve', draft, '--hash', hash);
  await publisher('pack', 'release', draft);
  return { read, pack: await readFile(file, 'utf8') };
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-colleague-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a colleague shows how they do it; an author takes it and it is published; another colleague follows it, with credit; a check finds when the app has changed', async () => {
  const champion = await browserOf({ record: 'everybody' });
  const page = await openApp(champion);
  const panel = await panelBehind(champion, page, 'studio');
  await showHow(page, panel);
  await propose(panel);

  const { read, pack } = await publish(await waitingProposal());
  expect(read).toContain('Ada (sample), Purchasing');
  for (const text of [read, pack]) expect(text).not.toContain('Lovelace');

  const colleague = await browserOf({ record: 'nobody' });
  const theirs = await openApp(colleague);
  const cairn = overlaySurface(theirs);
  const here = await panelBehind(colleague, theirs, 'here');
  await press(here, TITLE);
  await waitForStepFound(cairn, { role: 'dialog', name: /step 1 of 4$/ });
  expect(await cairn.text()).toContain('How Ada (sample) (Purchasing) does it');
  await shots.take(theirs, 'following');
  await theirs.getByRole('link', { name: 'Open the order' }).click();
  await waitForStepFound(cairn, { role: 'dialog', name: /step 2 of 4$/ });
  await theirs.getByLabel('Reason').fill('Twice');
  await theirs.keyboard.press('Tab');
  await waitForStepFound(cairn, { role: 'dialog', name: /step 3 of 4$/ });
  await theirs.getByRole('button', { name: 'Cancel order' }).click();
  await waitForStepFound(cairn, { role: 'dialog', name: /step 4 of 4$/ });
  await theirs.getByRole('button', { name: 'Confirm' }).click();
  await eventually(
    async () => (await cairn.text()).includes('You have reached the end'),
    () => cairn.text(),
  );

  expect(await check(pack)).toMatchObject({ code: 0 });
  stage.app.upgrade();
  const found = await check(pack);
  expect(found.code).toBe(1);
  expect(found.report).toMatch(/absent/);
});

/** `cairn pack check` of the live pack against the app as it is now. */
async function check(pack: string): Promise<{ code: number; report: string }> {
  const folder = await temporaryFolder();
  const [file, report] = [join(folder, 'pack.json'), join(folder, 'report.json')];
  await writeFile(file, pack);
  const { publisher, app } = stage;
  const args = ['pack', 'check', file, '--app', `${app.url}/list.html`, '--do-risky', '--json', report] as const;
  const code = await publisher(...args).then(
    () => 0,
    (error: Error) => Number(/ended with (\d+)/.exec(error.message)?.[1] ?? -1),
  );
  const written = await readFile(report, 'utf8');
  return { code, report: written };
}
