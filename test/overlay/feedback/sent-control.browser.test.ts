import { expect, test } from 'vitest';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();

test('what gets sent shows a withheld name by position, and the name once the person includes it with the keyboard', async () => {
  const page = await open('withheld', 'en', {});
  const control = page.locator('.goes dt', { hasText: 'Control' }).locator('+ dd');
  const choice = page.getByRole('checkbox', { name: 'Include its name “Message Jane Roe”' });
  expect(await control.innerText()).toContain('button number 3 of the form “Address” (name not sent)');
  expect(await choice.isChecked()).toBe(false);
  await choice.focus();
  await page.keyboard.press('Space');
  expect(await choice.isChecked()).toBe(true);
  expect(await control.innerText()).toContain('button “Message Jane Roe”');
  expect(await control.innerText()).not.toContain('not sent');
  await page.keyboard.press('Space');
  expect(await control.innerText()).toContain('(name not sent)');
  await page.context().close();
});

test('a name that is known to be the app’s is shown, and there is nothing to choose', async () => {
  const page = await open('panel', 'en', {});
  await page.locator('.goes summary').click();
  expect(await page.locator('.goes dt', { hasText: 'Control' }).locator('+ dd').innerText()).toBe('search field “Supplier”');
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await page.context().close();
});
