import { expect, test } from 'vitest';
import { useScreens } from '../journeys/harness/screens.ts';
import { useScenes } from './scenes-in-browser.ts';

const open = useScenes();
const shots = useScreens('long-words');

const scenes = ['tip', 'step', 'missing', 'paused', 'offer', 'finished', 'notice'] as const;
const cases = scenes.flatMap((scene) => [320, 1280].map((width) => ({ scene, width })));

test.each(cases)('no word of the scene $scene is cut off in a window $width pixels wide', async ({ scene, width }) => {
  const page = await open(scene, 'en', { viewport: { width, height: 700 } });
  const cutOff = await page.evaluate(() => {
    const root = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)!.shadowRoot!;
    const texts = [...root.querySelectorAll<HTMLElement>('.card :is(h2, p, button)')].filter(
      (one) => one.childElementCount === 0,
    );
    for (const text of texts) {
      text.lang = 'de';
      text.textContent = 'Auftraggeberkontonummernverzeichnisdurchsuchungsberechtigung erteilen';
    }
    const card = root.querySelector('.card')!;
    const inner = card.getBoundingClientRect();
    return texts
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > inner.right + 1)
      .map((one) => one.outerHTML);
  });
  expect(cutOff).toEqual([]);
  await shots.take(page, `${scene} at ${width}`);
  await page.context().close();
});
