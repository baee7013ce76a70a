import { expect, test } from 'vitest';
import { useScenes } from './scenes-in-browser.ts';

const open = useScenes();

/** The control that a tip or a step is anchored to grows and shrinks; so do the window and the text of the card. */
test.each(['tip', 'step', 'missing', 'notice'] as const)(
  'the scene %s raises no error of a resize observer in the page',
  async (scene) => {
    const page = await open(scene, 'en', { viewport: { width: 1000, height: 700 } });
    await page.evaluate(`globalThis.errors = []; onerror = (message) => void errors.push(message)`);
    for (const width of [400, 80, 240]) {
      await page.evaluate(`document.querySelector('#search').style.cssText = 'width:${width}px;height:${width / 4}px'`);
      await page.evaluate(
        `document.body.lastElementChild.shadowRoot.querySelector('.card').append('More words. '.repeat(${width / 8}))`,
      );
      await page.setViewportSize({ width: 400 + width, height: 700 });
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))',
      );
    }
    expect(await page.evaluate('errors')).toEqual([]);
    await page.context().close();
  },
);
