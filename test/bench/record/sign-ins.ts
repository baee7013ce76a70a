import type { Page } from 'playwright-core';
import { accounts } from '../../../demo/orders/accounts.ts';

/** Signs in to an app by its own form, by the name of the app. The accounts are those of the sample data. */
export const signIns: Readonly<Record<string, (page: Page, origin: string) => Promise<void>>> = {
  async ui5(page, origin) {
    const [{ name, password }] = accounts;
    await page.request.post(`${origin}/sign-in`, { form: { account: name, password, next: '/' }, maxRedirects: 0 });
  },
  async rt5(page, origin) {
    await page.goto(`${origin}/`);
    await page.fill('input[name=user]', 'root');
    await page.fill('input[name=pass]', 'password');
    await page.keyboard.press('Enter');
    await page.waitForSelector('input[name=q]');
  },
  async cockpit(page, origin) {
    await page.goto(`${origin}/system`);
    await page.fill('#login-user-input', 'root');
    await page.fill('#login-password-input', 'sample');
    await page.keyboard.press('Enter');
    await page.waitForSelector('nav a[href="/users"]');
  },
  async vendure(page, origin) {
    await page.goto(`${origin}/admin/`);
    await page.fill('#login_username', 'superadmin');
    await page.fill('#login_password', 'superadmin');
    await page.keyboard.press('Enter');
    await page.waitForSelector('nav a[href="/admin/orders"]');
  },
};
