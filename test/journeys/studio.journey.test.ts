import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { BodyOf, MessageName, ReplyOf } from '../../src/messaging/messages.ts';
import type { StudioDraft } from '../../src/model/studio/studio-draft.ts';
import { eventually } from './harness/eventually.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { useScreens } from './harness/screens.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { startStudioApp } from './studio-app.ts';
import { studioScriptsIn } from './studio-scripts.ts';
import { useChromium } from './use-browser.ts';

const started = useChromium(startStudioApp);
const shots = useScreens('studio');

type Accepted<N extends MessageName> = Extract<ReplyOf<N>, { ok: true }>;
type Ask = <N extends MessageName>(name: N, body: BodyOf<N>) => Promise<Accepted<N>>;

/** Asks as the side panel does, from a page of the extension in a tab behind that of the app. */
async function panelBehind(page: Page): Promise<{ panel: Page; ask: Ask }> {
  const panel = await started.chromium.context.newPage();
  await panel.goto(`chrome-extension://${started.chromium.extensionId}/popup.html`);
  await page.bringToFront();
  const send = (message: object) => panel.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  const ask: Ask = async (name, body) => {
    const reply = (await send({ name, body })) as { ok: boolean };
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply as never;
  };
  return { panel, ask };
}
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

async function openList() {
  const page = await started.chromium.context.newPage();
  await page.goto(`${started.stage.app}/list.html`);
  const cairn = overlaySurface(page);
  await cairn.find({ role: 'button', name: 'Cairn: feedback and guides' });
  return { page, cairn, ...(await panelBehind(page)) };
}

const scriptsIn = (frames: number) => studioScriptsIn(started.chromium, frames);

const stepsOf = ({ guide }: StudioDraft) => (guide.kind === 'walkthrough' ? guide.steps : []);
async function stepsUntil(ask: Ask, id: string, count: number): Promise<string[]> {
  const titles = async () => stepsOf((await ask('studio.draft', { id })).draft).map(({ title }) => `${title}`);
  await eventually(
    async () => (await titles()).length === count,
    async () => `Not ${count} steps: ${JSON.stringify(await titles())}`,
  );
  return titles();
}

const frameOf = (page: Page): Promise<Frame> =>
  eventually(
    async () => page.frames().find((one) => one.url().endsWith('/approval.html')),
    () => 'The frame has not loaded',
  );

/** Records over a page load, a dialog, a frame of another origin, a stopped worker and a reload; nobody waits for the script after a load. */
async function recordOrder(page: Page, ask: Ask): Promise<string> {
  const { id } = await ask('studio.record', {});
  await scriptsIn(1);
  await page.getByRole('link', { name: 'Open the order' }).click();
  await page.getByLabel('Amount').fill('4711');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await started.chromium.stopWorker();
  await (await frameOf(page)).getByRole('button', { name: 'Approve' }).click();
  await stepsUntil(ask, id, 5);
  await page.reload();
  await page.getByRole('button', { name: 'Close' }).click();
  return id;
}

test('what a person does is recorded over page loads, a dialog, a frame and a stopped worker, and followed to the end as a draft', async () => {
  const { page, cairn, panel, ask } = await openList();
  await scriptsIn(0);
  const id = await recordOrder(page, ask);
  const titles = await stepsUntil(ask, id, 6);
  for (const [at, name] of ['Open the order', 'Amount', 'Save', 'Confirm', 'Approve', 'Close'].entries())
    expect(titles[at]).toContain(name);
  await ask('studio.stopRecording', {});
  // Going back to the list soon after the page has loaded is itself something that is noticed.
  await page.goto(`${started.stage.app}/list.html`);
  await cairn.find({ role: 'button', name: 'Cairn: feedback and guides' });
  const { json } = await ask('ledger.export', {});
  expect(json).not.toContain('4711');
  const before = JSON.parse(json).rows;

  await ask('studio.try', { id });
  const step = (nth: number) => ({ role: 'dialog', name: new RegExp(`Draft: .*step ${nth} of 6$`) });
  await waitForStepFound(cairn, step(1));
  await shots.take(page, 'draft-on-trial');
  const { anchors } = await ask('studio.health', { id });
  expect(anchors['["guide","steps",0,"anchor"]']).toMatchObject({ is: expect.stringMatching(/^(found|weak)$/) });
  expect(anchors['["guide","steps",5,"anchor"]']).toMatchObject({ is: 'other-page' });
  await page.getByRole('link', { name: 'Open the order' }).click();
  await waitForStepFound(cairn, step(2));
  await page.getByLabel('Amount').fill('12');
  await page.keyboard.press('Tab');
  await waitForStepFound(cairn, step(3));
  await page.getByRole('button', { name: 'Save' }).click();
  await waitForStepFound(cairn, step(4));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const frame = await frameOf(page);
  await waitForStepFound(overlaySurface(page, undefined, frame), step(5));
  await frame.getByRole('button', { name: 'Approve' }).click();
  await waitForStepFound(cairn, step(6));
  await page.getByRole('button', { name: 'Close' }).click();
  await eventually(
    async () => (await cairn.text()).includes('You have reached the end'),
    () => cairn.text(),
  );
  // What was noticed of the page before the draft was tried stays; of the trial nothing is added.
  expect(JSON.parse((await ask('ledger.export', {})).json).rows).toEqual(before);
  await ask('studio.try', { id: null });
  await Promise.all([page.close(), panel.close()]);
});

test('a control is pointed at by keys and by pointer, and the page does not notice', async () => {
  const { page, panel, ask } = await openList();
  await page.goto(`${started.stage.app}/order.html`);
  const { id } = await ask('studio.create', { app: 'orders', kind: 'tip' });
  const anchorOf = async () => {
    const { guide } = (await ask('studio.draft', { id })).draft;
    return guide.kind === 'tip' ? guide.anchor.name : undefined;
  };
  const pick = () => ask('studio.pick', { id, path: ['guide', 'anchor'] });
  const picks = (name: string) =>
    eventually(
      async () => (await anchorOf()) === name,
      async () => `Picked: ${await anchorOf()}`,
    );
  const { x, y } = (await page.getByRole('button', { name: 'Save' }).boundingBox())!;
  const isShielded = () =>
    page.evaluate(([left, top]) => document.elementFromPoint(left!, top!)?.localName === 'div', [x + 3, y + 3]);
  await pick();
  await eventually(isShielded, () => 'Nothing lies over the page');
  await page.mouse.move(x + 3, y + 3);
  await shots.take(page, 'pick');
  await page.mouse.down();
  await page.mouse.up();
  await picks('Save');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  await eventually(
    async () => !(await isShielded()),
    () => 'The page is still covered',
  );
  await pick();
  await eventually(isShielded, () => 'Nothing lies over the page');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await picks('Close');
  expect((await ask('studio.state', {})).picking).toBeNull();
  await Promise.all([page.close(), panel.close()]);
});
