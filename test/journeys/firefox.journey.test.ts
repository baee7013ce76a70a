import { expect, test } from 'vitest';
import { eventually } from './harness/eventually.ts';
import { useScreens } from './harness/screens.ts';
import { extensionFrame, overlaySurface } from './harness/surface-in-firefox.ts';
import { waitForStepFound } from './harness/wait-for-step-found.ts';
import { startStage } from './stage.ts';
import { useFirefox } from './use-browser.ts';

const started = useFirefox(startStage);
const shots = useScreens('firefox');

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const stepAt = (n: number) => ({ role: 'dialog', name: new RegExp(`step ${n} of 5`) });

test('in Firefox under managed policy a tip, a walkthrough across page loads, feedback and a comment work', async () => {
  const page = await started.firefox.newPage(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click({ role: 'button', name: 'Tip: Search by customer' });
  await cairn.find({ role: 'dialog', name: 'Tip: Search by customer' });
  await shots.take(page, 'tip');
  await cairn.click({ role: 'button', name: 'Show me how' });
  await waitForStepFound(cairn, stepAt(1));
  await page.click('input[type=search]');
  await page.keyboard.type('Cedar');
  await page.keyboard.press('Tab');
  await cairn.find(stepAt(2));
  await page.reload();
  await waitForStepFound(cairn, stepAt(2));
  await started.firefox.stopBackground();
  await page.click('#go');
  await cairn.find(stepAt(3));
  await page.click('tbody a');
  await cairn.find(stepAt(4));
  await shots.take(page, 'step-4-after-a-page-load');
  await page.goBack();
  await cairn.click({ role: 'button', name: 'Take me back' });
  await eventually(
    async () => page.url().includes('order.html'),
    () => page.url(),
  );
  await waitForStepFound(cairn, stepAt(4));
  await page.click('#approve');
  await cairn.find(stepAt(5));

  await cairn.click(launcher);
  await cairn.click({ role: 'button', name: 'This works well' });
  const item = await started.stage.arrives(({ choice }) => choice === 'works');
  expect(item).toMatchObject({ app: 'shop', route: '/order.html', about: { guide: 'approve', step: 'export' } });
  expect(item).not.toHaveProperty('contact');
  const form = extensionFrame(page);
  await form.type({ role: 'textbox', name: 'Anything to add? (optional)' }, 'Quick now.');
  await shots.take(page, 'words');
  await form.click({ role: 'button', name: 'Send' });
  expect(await started.stage.arrives(({ words }) => words === 'Quick now.')).toMatchObject({ id: item.id });
  await page.close();
});

test('in Firefox another origin of the same host and every site outside the policy stay untouched', async () => {
  const page = await started.firefox.newPage(`${started.stage.elsewhere}/index.html`);
  const app = await started.firefox.newPage(`${started.stage.shop}/index.html`);
  await overlaySurface(app).find(launcher);
  expect(await overlaySurface(page).exists(launcher)).toBe(false);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  await Promise.all([page.close(), app.close()]);
});
