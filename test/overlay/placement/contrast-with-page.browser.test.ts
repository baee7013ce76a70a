import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScreens } from '../../journeys/harness/screens.ts';
import { useScenes } from '../scenes-in-browser.ts';

const open = useScenes();
const shots = useScreens('contrast');

/** Scheme of the browser, and what the control stands on. */
const grounds = {
  'a light page': ['light', ''],
  'a dark page': ['dark', ''],
  'a dark side bar of a light page': ['light', 'background:#102a43'],
  'a ground like the accent': ['light', 'background:#1d6354'],
  'a grey ground': ['light', 'background:#767676'],
  'a light area of a dark page': ['dark', 'background:#fff'],
  'a dark veil over a light page': ['light', 'background:rgb(16 42 67 / 85%)'],
  'a gradient': ['light', 'background-image:linear-gradient(90deg,#102a43,#2b6cb0)'],
  'an image': [
    'light',
    `background-image:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Crect width='100%25' height='100%25' fill='%231d6354'/%3E%3C/svg%3E")`,
  ],
} as const;

const cases = Object.entries(grounds).flatMap(([where, [scheme, style]]) =>
  (['step', 'tip'] as const).map((scene) => ({ where, scheme, style, scene })),
);

test.each(cases)('the mark of a $scene on $where has a contrast of 3 : 1 with it', async ({ where, scheme, style, scene }) => {
  const page = await open(scene, 'en', { colorScheme: scheme, viewport: { width: 800, height: 600 } });
  await page.evaluate((own) => {
    const line = document.querySelector('#search')!.closest('p')!;
    line.setAttribute('style', `${own};padding:30px`);
  }, style);
  await page.setViewportSize({ width: 800, height: 601 });
  const mark = scene === 'step' ? '.ring' : '.dot';
  await expect.poll(() => contrastOf(page, mark), { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
  await shots.take(page, `${scene} on ${where}`);
  await page.context().close();
});

/** The greatest contrast between the mark, along a line from outside into it, and the ground beside it, as pixels on screen. */
async function contrastOf(page: Page, mark: string): Promise<number> {
  const box = (await page.locator(mark).boundingBox())!;
  const outside = 12;
  const clip = { x: Math.round(box.x) - outside, y: Math.round(box.y + box.height / 2), width: outside + 8, height: 1 };
  // Twelve pixels out, beyond the halo.
  const image = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, 1);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, bitmap.width, 1);
    const linear = (value: number) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const luminances = Array.from(
      { length: bitmap.width },
      (_, i) => 0.2126 * linear(bytes[4 * i]!) + 0.7152 * linear(bytes[4 * i + 1]!) + 0.0722 * linear(bytes[4 * i + 2]!),
    );
    const ground = luminances[0]!;
    return Math.max(...luminances.slice(8).map((one) => (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05)));
  }, image);
}
