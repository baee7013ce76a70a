import type { CDPSession, Page } from 'playwright-core';
import type { ChromiumJourney } from '../harness/chromium.ts';
import { overlaySurface } from '../harness/overlay-in-chromium.ts';
import type { Screens } from '../harness/screens.ts';
import type { AwkwardStage } from './stage.ts';
import type { Visit } from './visit.ts';

export type ChromiumVisit = Visit & { page: Page; devtools: CDPSession; stage: AwkwardStage } & Pick<ChromiumJourney, 'worker'>;

/** Opens a page in a tab of its own; Playwright's `evaluate` uses built-ins that such pages break, so the browser itself is asked. */
export async function visitInChromium(
  { context, worker }: Pick<ChromiumJourney, 'context' | 'worker'>,
  stage: AwkwardStage,
  shots: Screens,
): Promise<ChromiumVisit> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  return {
    page,
    devtools,
    stage,
    worker,
    cairn: overlaySurface(page, 8000),
    asks: async <T>(expression: string) => {
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
        userGesture: true,
      });
      if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      return result.value as T;
    },
    press: (x, y) => page.mouse.click(x, y),
    key: (name) => page.keyboard.press(name),
    go: async (path) => void (await page.goto(stage.app + path)),
    shows: async (title) => void (await shots.take(page, title)),
  };
}
