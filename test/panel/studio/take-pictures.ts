import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../run/launch-chromium.ts';
import { panelInBrowser } from '../panel-in-browser.ts';
import type { FakeStudio } from './fake-studio.ts';

const lifetime = new AsyncDisposableStack();
const folder = join(import.meta.dirname, '../../../docs/pictures');

type Panel = { studio: FakeStudio; changed(): void };
const inPanel = (page: Page, act: (panel: Panel) => void) => page.evaluate(`(${act})(globalThis.panel)`);

/** The pictures of the guide for authors: sample data, drawn by the very panel. */
try {
  const open = await panelInBrowser(lifetime, await launchChromium());
  const take = async (name: string, height: number, act: (page: Page) => Promise<void>) => {
    const { page } = await open(
      { initialSection: 'studio', studio: true },
      { viewport: { width: 420, height }, deviceScaleFactor: 1.5 },
    );
    await page.locator('.draft').first().waitFor();
    await act(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    console.log(`Wrote ${name}.png`);
    await page.context().close();
  };
  await take('studio-recording', 560, async (page) => {
    await inPanel(page, ({ studio, changed }) => {
      const missed = { is: 'missed', id: 'm1', why: 'closed-shadow', role: 'button', at: 0 } as const;
      studio.state = { ...studio.state, recording: { draft: studio.drafts[0]!.id, steps: 3, missed: [missed], unseenFrames: 0 } };
      changed();
    });
    await page.locator('.live-steps li').first().waitFor();
  });
  await take('studio-editor', 1100, async (page) => {
    await inPanel(page, ({ studio }) => {
      studio.health = {
        '["guide","steps",0,"anchor"]': { is: 'found' },
        '["guide","steps",1,"anchor"]': { is: 'weak' },
        '["guide","steps",2,"anchor"]': { is: 'absent', nearest: { role: 'button', name: 'Save order' } },
      };
    });
    await page.locator('.draft-open').first().click();
    await page.locator('.step-head').nth(2).click();
    await page.locator('.step-form').waitFor();
  });
  await take('studio-propose', 860, async (page) => {
    await page.locator('.draft-open').first().click();
    await page.getByRole('button', { name: 'Propose it' }).click();
    await page.getByLabel('Your department').fill('Purchasing');
    await page.locator('form.card').scrollIntoViewIfNeeded();
    await page.getByText('Shown as: How a colleague in Purchasing does it').waitFor();
  });
} finally {
  await lifetime.disposeAsync();
}
