import { expect, test } from 'vitest';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();

test.each(['en', 'ar'] as const)(
  'in %s a link shows the host it leads to beside its words, from left to right and within the card',
  async (language) => {
    const page = await open('links', language, { viewport: { width: 320, height: 640 } });
    const links = page.locator('.card a');
    const long = `${'docs.example.com.'.repeat(8)}elsewhere.example`;
    expect(await links.allTextContents()).toEqual([
      'manual (docs.example.com)',
      'apple (xn--pple-43d.com)',
      'https://docs.example.com/',
      `دليل (${long})`,
    ]);
    for (const host of await page.locator('.link-host').all()) {
      expect(await host.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
      const card = (await page.locator('.card').boundingBox())!;
      const box = (await host.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(card.x);
      expect(box.x + box.width).toBeLessThanOrEqual(card.x + card.width);
    }
    await page.context().close();
  },
);
