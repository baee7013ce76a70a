import type { Page } from 'puppeteer-core';
import type { Screens } from '../harness/screens.ts';
import { overlaySurface } from '../harness/surface-in-firefox.ts';
import type { Visit } from './visit.ts';

export const visitInFirefox = (page: Page, origin: string, shots: Screens): Visit => ({
  cairn: overlaySurface(page, 8000),
  asks: async <T>(expression: string) => (await page.evaluate(expression)) as T,
  press: (x, y) => page.mouse.click(x, y),
  key: (name) => page.keyboard.press(name),
  go: async (path) => void (await page.goto(origin + path)),
  shows: async (title) => void (await shots.take(page, title)),
});
