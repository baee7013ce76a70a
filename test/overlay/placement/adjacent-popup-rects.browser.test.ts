import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();

/** A date picker without any ARIA attribute, which appears while the field has the focus. */
function addPicker({ position, in: place }: { position: string; in: string }): void {
  const field = document.querySelector<HTMLInputElement>('#search')!;
  field.addEventListener('focus', () => {
    const { left, bottom } = field.getBoundingClientRect();
    const picker = document.createElement('div');
    picker.id = 'picker';
    picker.style.cssText = `position:${position};left:${left}px;top:${bottom + 4}px;width:240px;height:220px;background:#fff`;
    picker.innerHTML = '<div><span>November</span></div>';
    (place === 'body' ? document.body : field.parentElement!).append(picker);
  });
}

const pickers = [
  { position: 'absolute', in: 'body' },
  { position: 'fixed', in: 'body' },
  { position: 'fixed', in: 'the field’s own box' },
];

test.each(pickers)('the card of a step makes way for a $position date picker in $in that the field opens', async (picker) => {
  const page = await open('step', 'en', { viewport: { width: 1000, height: 700 } });
  await page.evaluate(addPicker, picker);
  await page.locator('#search').focus();
  await page.locator('#picker').waitFor();
  await expect.poll(() => overlap(page), { timeout: 15_000 }).toBe(false);
  await page.context().close();
});

async function overlap(page: Page): Promise<boolean> {
  const [a, b] = await Promise.all(['.card', '#picker'].map(async (one) => (await page.locator(one).boundingBox())!));
  return a!.x < b!.x + b!.width && b!.x < a!.x + a!.width && a!.y < b!.y + b!.height && b!.y < a!.y + a!.height;
}
