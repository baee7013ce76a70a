import { waitForStepFound } from '../test/journeys/harness/wait-for-step-found.ts';
import { stepCard } from './play-opening.ts';
import type { DemoStage } from './stage.ts';
import type { Recording } from './start-recording.ts';

/** The walkthrough as a person follows it: over a reload, a stop of the worker and a page load, as far as its fifth step. */
export async function playWalk({ scene }: Recording, { browser, app, overlay }: DemoStage): Promise<void> {
  await scene('step 2 comes once the customer was searched for', async () => {
    await app.getByRole('searchbox', { name: 'Search' }).click();
    await app.keyboard.type('Cedar');
    await app.keyboard.press('Enter');
    await app.getByRole('heading', { name: 'Orders (10)' }).waitFor();
    await app.keyboard.press('Tab');
    await waitForStepFound(overlay, stepCard(2));
    return app;
  });

  await scene('step 3 comes once an order was opened, and points at its items', async () => {
    await app.getByText('Cedar Rail, Graz').first().click();
    await app.getByRole('heading', { name: 'Items (4)' }).waitFor();
    await waitForStepFound(overlay, stepCard(3));
    return app;
  });

  await scene('a reload loses nothing: step 3 is there again', async () => {
    await app.reload();
    await app.getByRole('heading', { name: 'Items (4)' }).waitFor();
    await waitForStepFound(overlay, stepCard(3));
    return app;
  });

  await scene('step 4 points at the button that gives the order the whole window', async () => {
    await browser.stopWorker();
    await overlay.click({ role: 'button', name: 'Next' });
    await waitForStepFound(overlay, stepCard(4));
    return app;
  });

  await scene('step 5 is on another page, and offers the way there', async () => {
    await app.getByRole('button', { name: 'Full Screen', exact: true }).click();
    await app.getByRole('button', { name: 'Exit Full Screen' }).waitFor();
    await overlay.find(stepCard(5));
    await overlay.find({ role: 'button', name: 'Go there' });
    return app;
  });

  await scene('a page load later, step 5 stands beside the products’ search field', async () => {
    await overlay.click({ role: 'button', name: 'Go there' });
    await app.getByRole('heading', { name: /^Products/ }).waitFor();
    await overlay.find(stepCard(5));
    await overlay.gone({ role: 'button', name: 'Go there' });
    return app;
  });
}

/** The rest of it, to the end. */
export async function playEnd({ scene }: Recording, { app, overlay }: DemoStage): Promise<void> {
  await scene('step 6, the last, once the product was found', async () => {
    await app.getByRole('searchbox', { name: 'Search' }).click();
    await app.keyboard.type('Laptop');
    await app.keyboard.press('Enter');
    await app.getByRole('heading', { name: 'Products (5)' }).waitFor();
    await app.keyboard.press('Tab');
    await waitForStepFound(overlay, stepCard(6));
    return app;
  });

  await scene('the walkthrough has come to its end', async () => {
    await overlay.click({ role: 'button', name: 'Finish' });
    await overlay.find({ role: 'heading', name: 'Done' });
    return app;
  });
}
