import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from './harness/eventually.ts';
import { extensionFrame } from './harness/frame-in-chromium.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { pageHasRun } from './harness/page-has-run.ts';
import { useScreens } from './harness/screens.ts';
import type { Surface } from './harness/surface.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { shopPack } from './shop.ts';
import { startStage } from './stage.ts';
import { useChromium } from './use-browser.ts';

const started = useChromium(startStage);
const shots = useScreens('backbone');

const tip = { role: 'button', name: 'Tip: Search by customer' };
const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const stepAt = (n: number) => ({ role: 'dialog', name: new RegExp(`step ${n} of 5`) });

async function open(path = '/index.html'): Promise<{ page: Page; cairn: Surface }> {
  const page = await started.chromium.context.newPage();
  await page.goto(started.stage.shop + path);
  return { page, cairn: overlaySurface(page) };
}

async function status(): Promise<string> {
  const page = await started.chromium.context.newPage();
  await page.goto(`chrome-extension://${started.chromium.extensionId}/status.html`);
  await page.getByRole('heading', { name: 'Packs' }).waitFor();
  const text = await page.locator('body').innerText();
  await page.close();
  return text;
}

describe('an employee in Chromium, under a managed policy', () => {
  test('sees a tip beside a control of the app', async () => {
    const { page, cairn } = await open();
    await cairn.click(tip);
    await cairn.find({ role: 'dialog', name: 'Tip: Search by customer' });
    expect(await cairn.text()).toContain('A part of the name is enough.');
    expect(await cairn.text()).toContain('Sample data');
    await shots.take(page, 'tip');
    await page.close();
  });

  test('follows a walkthrough over three page loads, through reload, back and a stopped worker, to its end', async () => {
    const { page, cairn } = await open();
    await cairn.click(tip);
    await cairn.click({ role: 'button', name: 'Show me how' });
    await waitForStepFound(cairn, stepAt(1));
    await shots.take(page, 'step-1');
    await page.getByRole('searchbox').fill('Cedar');
    await page.keyboard.press('Tab');
    await cairn.find(stepAt(2));
    await page.reload();
    await waitForStepFound(cairn, stepAt(2));
    await started.chromium.stopWorker();
    await page.getByRole('button', { name: 'Search' }).click();
    await cairn.find(stepAt(3));
    await shots.take(page, 'step-3');
    await page.getByRole('link', { name: 'Open' }).first().click();
    await cairn.find(stepAt(4));
    await shots.take(page, 'step-4-after-a-page-load');
    await page.goBack();
    await cairn.find({ role: 'button', name: 'Take me back' });
    expect(await cairn.text()).toContain('Paused: you moved to another page.');
    await shots.take(page, 'wandered-off');
    await cairn.click({ role: 'button', name: 'Take me back' });
    await page.waitForURL(/order\.html/);
    await waitForStepFound(cairn, stepAt(4));
    await page.getByRole('button', { name: 'Approve order' }).click();
    await cairn.find(stepAt(5));
    await cairn.click({ role: 'button', name: 'Go there' });
    await page.waitForURL(/products\.html/);
    await cairn.click({ role: 'button', name: 'Finish' });
    await eventually(
      async () => (await cairn.text()).includes('You have reached the end'),
      () => cairn.text(),
    );
    await shots.take(page, 'finished');
    await page.reload();
    await cairn.find(launcher);
    expect(await cairn.exists(stepAt(5))).toBe(false);
    await page.close();
  });

  test('gives feedback in one click, and the backlog has it: app, route, control, guide and step, and no name', async () => {
    const { page, cairn } = await open();
    await cairn.click(tip);
    await cairn.click({ role: 'button', name: 'Show me how' });
    await waitForStepFound(cairn, stepAt(1));
    await cairn.click(launcher);
    await shots.take(page, 'feedback');
    await cairn.click({ role: 'button', name: 'This confused me' });
    const item = await started.stage.arrives(({ choice }) => choice === 'confused');
    expect(item).toMatchObject({
      app: 'shop',
      route: '/index.html',
      control: { role: 'searchbox', name: 'Find an order' },
      about: { pack: 'shop-basics', version: 1, guide: 'approve', step: 'find' },
      state: 'new',
    });
    expect(item).not.toHaveProperty('contact');
    expect(item).not.toHaveProperty('words');

    const form = extensionFrame(page, started.chromium.extensionId);
    await form.type({ role: 'textbox', name: 'Anything to add? (optional)' }, 'Which name?');
    await shots.take(page, 'words');
    await form.click({ role: 'button', name: 'Send' });
    expect(await form.text({ role: 'status' })).toContain('Thank you');
    const worded = await started.stage.arrives(({ words }) => words !== undefined);
    expect(worded).toMatchObject({ id: item.id, words: 'Which name?' });
    expect(worded).not.toHaveProperty('contact');
    await cairn.click({ role: 'button', name: 'Exit' });
    await page.close();
  });

  test('keeps a click while the hub is down, and it arrives once when the hub is back', async () => {
    const { page, cairn } = await open('/products.html');
    await started.stage.hub.kill();
    await cairn.click(launcher);
    await cairn.click({ role: 'button', name: 'I have an idea' });
    await cairn.find({ role: 'heading', name: 'Thank you' });
    await eventually(
      async () => /Waiting to be sent\s+[1-9]/.test(await status()),
      async () => status(),
      10_000,
    );
    const { page: opened, cairn: offline } = await open();
    await offline.find(tip);
    await opened.close();
    await started.stage.hub.restart();
    const statusPage = await started.chromium.context.newPage();
    await statusPage.goto(`chrome-extension://${started.chromium.extensionId}/status.html`);
    await statusPage.getByRole('button', { name: 'Fetch packs and send records now' }).click();
    await started.stage.arrives(({ choice }) => choice === 'idea');
    await statusPage.getByRole('button', { name: 'Fetch packs and send records now' }).click();
    await eventually(
      async () => /Waiting to be sent\s+0/.test(await statusPage.locator('body').innerText()),
      () => statusPage.locator('body').innerText(),
    );
    expect((await started.stage.backlog()).filter(({ choice }) => choice === 'idea')).toHaveLength(1);
    await Promise.all([statusPage.close(), page.close()]);
  });

  test('sees nothing of Cairn on any other site: no script, no listener, no element', async () => {
    const { page: there, cairn: shown } = await open();
    await shown.find(launcher);
    const page = await started.chromium.context.newPage();
    const devtools = await page.context().newCDPSession(page);
    const worlds: string[] = [];
    devtools.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
    await devtools.send('Runtime.enable');
    await page.goto(`${started.stage.elsewhere}/index.html`);
    await there.reload();
    await shown.find(launcher);
    await pageHasRun(page, 500);
    expect(worlds.filter((origin) => origin.startsWith('chrome-extension:'))).toEqual([]);
    expect(await overlaySurface(page).exists(launcher)).toBe(false);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'window' });
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId!,
      depth: -1,
      pierce: true,
    });
    expect(listeners).toEqual([]);
    await Promise.all([page.close(), there.close()]);
  });
});

describe('an admin', () => {
  test('publishes a newer pack, and a forged one is refused with its reason while the last good one stays', async () => {
    const { page, cairn } = await open();
    await cairn.find(tip);
    await started.stage.publish(shopPack(2));
    const statusPage = await started.chromium.context.newPage();
    await statusPage.goto(`chrome-extension://${started.chromium.extensionId}/status.html`);
    await statusPage.getByRole('button', { name: 'Fetch packs and send records now' }).click();
    await cairn.find({ role: 'button', name: 'Tip: Search by customer or number' });

    const forged = {
      ...started.stage.policy,
      packs: [{ jws: await (await stranger()).sign(shopPack(3)) }, ...(started.stage.policy.packs as [])],
    };
    await started.chromium.setPolicy(forged);
    await statusPage.getByText(/Rejected\. Ignored until the problem is fixed/).waitFor();
    await shots.take(statusPage, 'forged-pack-refused');
    await cairn.find({ role: 'button', name: 'Tip: Search by customer or number' });
    await Promise.all([statusPage.close(), page.close()]);
  });

  test('may give the policy as text in one field, which reaches the status page with whatever is wrong in it', async () => {
    const { page, cairn } = await open();
    await cairn.find(launcher);
    const wrong = { ...started.stage.policy, switches: { feedback: 'yes' }, retention: 30 };
    await started.chromium.setPolicy({ json: JSON.stringify(wrong) });
    await cairn.gone(launcher);
    const said = await status();
    for (const path of ['switches.feedback', 'retention']) expect(said).toContain(path);
    await cairn.find({ role: 'button', name: 'Tip: Search by customer or number' });
    await started.chromium.setPolicy(started.stage.policy);
    await cairn.find(launcher);
    await page.close();
  });

  test('sees each fault of a wrong policy with path, reason and remedy, and what is right applies on open tabs at once', async () => {
    const { page, cairn } = await open();
    await cairn.find(launcher);
    const other = await started.chromium.context.newPage();
    await other.goto(`${started.stage.elsewhere}/index.html`);
    await started.chromium.setPolicy({
      ...started.stage.policy,
      apps: [
        { id: 'shop', name: 'Shop', origins: [started.stage.elsewhere, 'ftp://wrong.example'] },
        { id: 'Broken Name', name: 'Broken', origins: ['https://broken.example'] },
      ],
      retention: { days: 4000 },
    });
    await overlaySurface(other).find(launcher);
    await cairn.gone(launcher);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    const said = await status();
    for (const path of ['apps[0].origins[1]', 'apps[1].id', 'retention.days']) expect(said).toContain(path);
    await started.chromium.setPolicy(started.stage.policy);
    await cairn.find(launcher);
    await overlaySurface(other).gone(launcher);
    await Promise.all([page.close(), other.close()]);
  });
});

async function stranger() {
  const { freshSigner } = await import('./harness/pack.ts');
  return freshSigner('somebody-else');
}

test('feedback given on the page is in the backlog of the desk', async () => {
  const page = await started.chromium.context.newPage();
  await page.goto(await started.stage.hub.linkFor('Facilitator'));
  await page.getByRole('list').getByText('This confused me').first().waitFor();
  await shots.take(page, 'desk');
  expect(await page.locator('body').innerText()).toContain('Find an order');
});
