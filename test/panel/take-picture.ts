import { join } from 'node:path';
import { launchChromium } from '../run/launch-chromium.ts';
import { panelInBrowser } from './panel-in-browser.ts';

const lifetime = new AsyncDisposableStack();
const path = join(import.meta.dirname, '../../docs/pictures/ledger.png');

/** The picture of the ledger in the docs: sample data, drawn by the very panel. */
try {
  const open = await panelInBrowser(lifetime, await launchChromium());
  const { page } = await open({}, { viewport: { width: 420, height: 940 }, deviceScaleFactor: 2 });
  await page.locator('section li.record summary').nth(1).click();
  await page.screenshot({ path });
  console.log(`Wrote ${path}`);
} finally {
  await lifetime.disposeAsync();
}
