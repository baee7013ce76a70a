import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScreens } from '../journeys/harness/screens.ts';
import { useScenes } from './scenes-in-browser.ts';

const open = useScenes();
const shots = useScreens('overlay');

const axe = readFileSync(new URL(import.meta.resolve('axe-core')), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations, passes, incomplete } = await page.evaluate(
    async (options: RunOptions) =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    { runOnly: wcag },
  );
  const contrastIn = (results: AxeResults['passes']) =>
    results
      .filter(({ id }) => id === 'color-contrast')
      .flatMap(({ nodes }) => nodes.filter(({ target }) => Array.isArray(target[0])).map(({ html }) => html))
      // A decorative sign is not there to be read.
      .filter((html) => !html.includes('aria-hidden="true"'));
  expect(contrastIn(passes), 'texts in the overlay that axe checked').not.toEqual([]);
  expect(contrastIn(incomplete), 'texts that axe could not check').toEqual([]);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

const schemes = ['light', 'dark'] as const;
const all = [
  'tip',
  'creditedTip',
  'step',
  'creditedStep',
  'first',
  'show',
  'missing',
  'gone',
  'reopening',
  'finished',
  'panel',
  'withheld',
  'mute',
  'notice',
] as const;

test.each(schemes.flatMap((scheme) => all.map((scene) => [scene, scheme] as const)))(
  'the scene %s in %s has no violation that axe finds, the contrast of every text included',
  async (scene, colorScheme) => {
    const page = await open(scene, 'en', { colorScheme, viewport: { width: 1280, height: 800 } });
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  },
);

const widths = [320, 768, 1280];
const cases = (['tip', 'creditedTip', 'step', 'creditedStep', 'first', 'show', 'missing', 'panel'] as const).flatMap((scene) =>
  (['en', 'ar'] as const).flatMap((language) => schemes.map((scheme) => [scene, language, scheme] as const)),
);

test.each(cases)('the scene %s in %s and %s is entirely on screen at three widths', async (scene, language, colorScheme) => {
  for (const width of widths) {
    const page = await open(scene, language, { colorScheme, viewport: { width, height: 640 } });
    const box = (await page.locator(scene === 'panel' ? '.panel' : '.card').boundingBox())!;
    await shots.take(page, `${scene}-${language}-${colorScheme}-${width}`);
    expect([box.x >= 0, box.y >= 0, box.x + box.width <= width, box.y + box.height <= 640], JSON.stringify(box)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    await page.context().close();
  }
});
