import { expect, test } from 'vitest';
import { RECORD_EVERYTHING } from './harness/record-everything.ts';
import { extensionFrame, overlaySurface } from './harness/surface-in-firefox.ts';
import { startStage } from './stage.ts';
import { useFirefox } from './use-browser.ts';

const started = useFirefox(startStage);

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const CHOICES = ['This slowed me down', 'This confused me', 'Something is missing', 'I have an idea', 'This works well'];

/** What the page notices from the moment the choices are there until a comment is being written. */
async function pageNotices(choice: string): Promise<string> {
  const page = await started.firefox.newPage(`${started.stage.shop}/index.html`);
  await overlaySurface(page).click(launcher);
  const form = extensionFrame(page);
  await form.pressPoint({ role: 'button', name: choice });
  await page.evaluate(RECORD_EVERYTHING);
  await form.click({ role: 'button', name: choice });
  await form.find({ role: 'heading', name: 'Thank you' });
  await form.type({ role: 'textbox', name: 'Anything to add? (optional)' }, 'More');
  const noticed = await page.evaluate('recorded()');
  await page.close();
  return String(noticed);
}

test('in Firefox a page that records everything notices the same whichever choice is pressed', async () => {
  const noticed: string[] = [];
  for (const choice of CHOICES) noticed.push(await pageNotices(choice));
  for (const one of noticed) expect(one).toBe(noticed[0]);
  // It hears that the focus leaves for the frame, which is the same for all.
  expect(noticed[0]).toContain('blur');
});
