import type { Page } from 'playwright-core';
import { serve } from '../../journeys/harness/serve.ts';
import { heavyFrame, heavyPage } from './heavy-page.ts';

/** A page on which costs are measured. */
export interface MeasuredPage {
  name: string;
  origin: string;
  /** Comes to the page and waits until it is there. */
  open(tab: Page): Promise<void>;
  /** A few presses and letters of a person, in about two seconds. */
  act(tab: Page): Promise<void>;
}

/** Milliseconds between two acts of the person. */
const PAUSE_MS = 500;

/** A control that the page always has. */
export const HEAVY_CONTROL = { role: 'button', name: 'Save' };

/** A page of our own that never rests. */
export async function heavyPageServed(lifetime: AsyncDisposableStack): Promise<MeasuredPage> {
  const origin = await serve(lifetime, ({ pathname }) =>
    pathname === '/' || pathname === '/frame'
      ? { type: 'text/html; charset=utf-8', body: pathname === '/' ? heavyPage : heavyFrame }
      : undefined,
  );
  return {
    name: 'heavy',
    origin,
    open: async (tab) => {
      await tab.goto(origin);
      await tab.locator('#save').waitFor();
    },
    act: async (tab) => {
      // By position: what is asked of the page itself would be counted with its own work.
      for (const at of [
        { x: 90, y: 80 },
        { x: 240, y: 80 },
        { x: 290, y: 80 },
      ]) {
        await tab.mouse.click(at.x, at.y, { delay: 60 });
        await tab.keyboard.type('12');
        await tab.waitForTimeout(PAUSE_MS);
      }
    },
  };
}
