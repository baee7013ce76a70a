import { expect, test } from 'vitest';
import { extensionFrame, formReady } from './harness/frame-in-chromium.ts';
import { overlaySurface } from './harness/overlay-in-chromium.ts';
import { RECORD_EVERYTHING } from './harness/record-everything.ts';
import { startStage } from './stage.ts';
import { useChromium } from './use-browser.ts';

const started = useChromium(startStage);

const launcher = { role: 'button', name: 'Cairn: feedback and guides' };
const CHOICES = ['This slowed me down', 'This confused me', 'Something is missing', 'I have an idea', 'This works well'];

/** What the page notices from the moment the choices are there until the thanks are. */
async function pageNotices(choice: number, by: 'mouse' | 'keyboard'): Promise<string> {
  const page = await started.chromium.context.newPage();
  await page.goto(`${started.stage.shop}/index.html`);
  const cairn = overlaySurface(page);
  await cairn.click(launcher);
  const form = extensionFrame(page);
  await form.find({ role: 'button', name: CHOICES[0]! });
  await formReady(page);
  // The way of the pointer up to the edge of the frame is the page's to see; it is the same each time, as the way of a person need not be.
  const { x, y } = await form.where({ role: 'heading', name: 'How is this page working for you?' });
  await page.mouse.move(x + 2, y + 2);
  if (by === 'keyboard') await page.mouse.click(x + 2, y + 2);
  await page.evaluate(RECORD_EVERYTHING);
  if (by === 'mouse') await form.click({ role: 'button', name: CHOICES[choice]! });
  else {
    for (let tab = 0; tab <= choice; tab += 1) await page.keyboard.press('Tab');
    await page.keyboard.press(choice % 2 ? 'Enter' : 'Space');
  }
  await form.find({ role: 'heading', name: 'Thank you' });
  await form.type({ role: 'textbox', name: 'Anything to add? (optional)' }, 'More');
  const noticed = await page.evaluate('recorded()');
  await page.close();
  return String(noticed);
}

test.each(['mouse', 'keyboard'] as const)(
  'a page that records everything notices the same whichever choice is pressed by %s',
  async (by) => {
    const noticed: string[] = [];
    for (const choice of CHOICES.keys()) noticed.push(await pageNotices(choice, by));
    for (const one of noticed) expect(one).toBe(noticed[0]);
    // It hears that the focus leaves for the frame, which is the same for all.
    if (by === 'mouse') expect(noticed[0]).toContain('blur');
  },
);
