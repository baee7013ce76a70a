import { waitForStepFound } from '../test/journeys/harness/wait-for-step-found.ts';
import { assertClaim } from './assert-claim.ts';
import type { DemoStage } from './stage.ts';
import type { Recording } from './start-recording.ts';

const TIP = { role: 'button', name: 'Tip: Search by customer' };
const TIP_CARD = { role: 'dialog', name: 'Tip: Search by customer' };
export const stepCard = (step: number) => ({ role: 'dialog', name: `Check what a customer ordered: step ${step} of 6` });

/** Up to the walkthrough's first step: policy, sign-in, desk, tip. */
export async function playOpening({ scene }: Recording, stage: DemoStage): Promise<void> {
  const { browser, orders, hub, app, desk, overlay } = stage;

  await scene('the managed policy is in force and the signed pack has arrived', async () => {
    await app.goto(`chrome-extension://${browser.extensionId}/status.html`);
    await app.getByText(`${orders.url}`).waitFor();
    await app.getByText('Orders and products (sample)', { exact: true }).waitFor();
    await assertClaim((await app.locator('.bad').count()) === 0, 'nothing is refused');
    return app;
  });

  await scene('the sign-in of the business app, with nothing of Cairn that stands in the way', async () => {
    await app.goto(`${orders.url}/`);
    await app.getByLabel('Account').fill(orders.account.name);
    await app.getByLabel('Password').fill(orders.account.password);
    return app;
  });

  await scene('a facilitator signs in to the desk by a link that works once', async () => {
    await desk.goto(await hub.signInLink());
    await desk.getByRole('heading', { name: 'Inbox' }).waitFor();
    return desk;
  });

  await scene('the orders, and beside their search field a tip', async () => {
    await app.bringToFront();
    await app.getByRole('button', { name: 'Sign in' }).click();
    await app.getByRole('heading', { name: /^Orders/ }).waitFor();
    await overlay.find(TIP);
    return app;
  });

  await scene('the tip says how colleagues search', async () => {
    await overlay.click(TIP);
    await overlay.find(TIP_CARD);
    return app;
  });

  await scene('“Show me how” opens the walkthrough beside the same field', async () => {
    await overlay.click({ role: 'button', name: 'Show me how' });
    await waitForStepFound(overlay, stepCard(1));
    return app;
  });
}
