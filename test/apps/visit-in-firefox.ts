import { bidiOf } from '../journeys/harness/bidi.ts';
import { eventually } from '../journeys/harness/eventually.ts';
import type { FirefoxJourney } from '../journeys/harness/firefox.ts';
import type { Screens } from '../journeys/harness/screens.ts';
import { overlaySurface } from '../journeys/harness/surface-in-firefox.ts';
import { middleOf, patience, restingBox } from './pressing.ts';
import type { Visit } from './real-app.ts';

const WIDTH_PX = 1280;

interface Where {
  firefox: FirefoxJourney;
  /** Origin of the app. */
  url: string;
  shots: Screens;
}

export async function visitInFirefox({ firefox, url, shots }: Where): Promise<Visit> {
  const page = await firefox.newPage();
  page.setDefaultTimeout(patience);
  await page.setViewport({ width: WIDTH_PX, height: 800 });
  const asks = async <T>(expression: string) => (await page.evaluate(expression)) as T;
  return {
    browser: 'Firefox',
    cairn: overlaySurface(page, patience),
    asks,
    box: (control) => restingBox(asks, control),
    press: async (control) => {
      const { x, y } = middleOf(await restingBox(asks, control, true));
      await page.mouse.click(x, y, { delay: 60 });
    },
    type: (words) => page.keyboard.type(words, { delay: 20 }),
    key: (name) => page.keyboard.press(name),
    go: async (path) => void (await page.goto(url + path)),
    reload: async () => void (await page.reload()),
    // Puppeteer's own waits for a page load, which an app that keeps its page never has.
    back: () => asks<void>('void history.back()'),
    forward: () => asks<void>('void history.forward()'),
    resize: (width, height) => page.setViewport({ width, height }),
    zoom: async (level) => {
      await page.bringToFront();
      await bidiOf(firefox.browser).chrome(
        '(level) => ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, Number(level))',
        String(level),
      );
      await eventually(
        () => asks<boolean>(`Math.abs(innerWidth * ${level} - ${WIDTH_PX}) <= ${level}`),
        () => `Firefox does not zoom to ${level * 100} %`,
      );
    },
    front: () => page.bringToFront(),
    another: () => visitInFirefox({ firefox, url, shots }),
    shows: async (title) => void (await shots.take(page, title)),
    close: () => page.close(),
  };
}
