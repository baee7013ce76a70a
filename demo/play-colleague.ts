import type { Page } from 'playwright-core';
import { waitForStepFound } from '../test/journeys/harness/wait-for-step-found.ts';
import { assertClaim } from './assert-claim.ts';
import { COLLEAGUES_PACK, type DemoPeople, idIn, releaseDraft } from './demo-people.ts';
import type { DemoStage } from './stage.ts';
import type { Recording } from './start-recording.ts';

const TITLE = 'Give an order the whole window';
const step = (nth: number) => ({ role: 'dialog', name: new RegExp(`step ${nth} of \\d$`) });

/** A colleague shows how they do it; an author takes it, somebody else reviews it, and everybody sees how the colleague does it. */
export async function playColleague({ scene }: Recording, stage: DemoStage, people: DemoPeople): Promise<void> {
  const { app, browser, desk, orders } = stage;
  const panel = await browser.context.newPage();
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.goto(`chrome-extension://${browser.extensionId}/panel.html#studio`);

  await scene('a colleague records how they do it: each act is a step at once, and nothing that they typed is kept', async () => {
    await app.bringToFront();
    await app.goto(`${orders.url}/`);
    await app.getByRole('heading', { name: /^Orders/ }).waitFor();
    await press(panel, 'Record how you do it');
    await panel.getByRole('heading', { name: 'Recording' }).waitFor();
    await findOrder(app);
    await panel.getByRole('listitem').nth(2).waitFor();
    await assertClaim(!(await panel.locator('body').innerText()).includes('Cedar'), 'nothing that was typed is shown');
    return panel;
  });

  await scene('they propose it, and choose how they are named', async () => {
    await press(panel, 'Stop recording');
    await panel.getByLabel('Title').first().fill(TITLE);
    await press(panel, /^Propose/);
    await panel.getByLabel('Your name, if you want to be named').fill('Ada (sample)');
    await panel.getByLabel('Your department, if you want it named').fill('Purchasing');
    await panel.getByText('Shown as: How Ada (sample) (Purchasing) does it').waitFor();
    return panel;
  });

  await scene('an author reads it at the desk: its steps in words and pictures, and what it would change', async () => {
    await press(panel, 'Send proposal');
    await desk.bringToFront();
    await desk.goto(await stage.hub.linkFor('Author', 'author'));
    await desk.getByRole('link', { name: 'Proposals' }).click();
    await desk.getByRole('link', { name: TITLE }).click();
    await desk.getByText('Fill in Search and press Enter').first().waitFor();
    return desk;
  });

  await scene('“How Ada does it” stands beside the control, once it was reviewed, signed and published', async () => {
    await publish(people);
    await app.bringToFront();
    await app.goto(`${orders.url}/`);
    await app.getByRole('heading', { name: /^Orders/ }).waitFor();
    await openFromPanel(panel);
    await waitForStepFound(stage.overlay, step(1));
    await assertClaim((await stage.overlay.text()).includes('How Ada (sample) (Purchasing) does it'), 'the credit is shown');
    return app;
  });

  await scene('and a colleague follows it to the end', async () => {
    await findOrder(app);
    await stage.overlay.find({ role: 'heading', name: 'Done' });
    return app;
  });
  await panel.close();
}

/** Presses a button of the panel, which lies behind the app: beside it, it cannot be reached. */
async function press(panel: Page, name: string | RegExp): Promise<void> {
  const button = panel.getByRole('button', { name });
  await button.waitFor();
  await button.evaluate((one: HTMLElement) => one.click());
}

/** Searches for a customer, opens an order and gives it the whole window. */
async function findOrder(app: Page): Promise<void> {
  await app.getByRole('searchbox', { name: 'Search' }).click();
  await app.keyboard.type('Cedar');
  await app.keyboard.press('Enter');
  await app.getByRole('heading', { name: 'Orders (10)' }).waitFor();
  await app.getByText('Cedar Rail, Graz').first().click();
  await app.getByRole('heading', { name: 'Items (4)' }).waitFor();
  await app.getByRole('button', { name: 'Full Screen', exact: true }).click();
  await app.getByRole('button', { name: 'Exit Full Screen' }).waitFor();
}

/** The author takes it into the pack of colleagues' guides; somebody else reads, approves and releases it. */
async function publish(people: DemoPeople): Promise<void> {
  const { author } = people;
  const [waiting] = await author('proposals', 'list');
  const proposal = idIn(waiting);
  await author('proposals', 'read', proposal);
  await author('proposals', 'take', proposal, '--pack', COLLEAGUES_PACK);
  await releaseDraft(people);
}

/** Has the browser fetch its packs now, and opens the guide with the colleague's credit from the list of this page's guides. */
async function openFromPanel(panel: Page): Promise<void> {
  await panel.evaluate(() => chrome.runtime.sendMessage({ name: 'refresh', body: {} }));
  await panel.getByRole('tab', { name: 'Here' }).evaluate((one: HTMLElement) => one.click());
  await press(panel, TITLE);
}
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
