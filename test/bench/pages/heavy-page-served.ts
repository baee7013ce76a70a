import { serve } from '../../journeys/harness/serve.ts';
import { heavyFrame, heavyPage } from './heavy-page.ts';
import type { MeasuredPage } from './measured-page.ts';
import { samplePack } from './sample-pack.ts';

/** Milliseconds between two acts of the person. */
const PAUSE_MS = 500;

/** On a control that the page always has. */
const TIP = { kind: 'tip', id: 'shown', title: 'Sample tip', anchor: { role: 'button', name: 'Save' }, body: 'A sample.' };

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
    pack: samplePack([TIP]),
    open: async (tab) => {
      await tab.goto(origin);
      await tab.locator('#save').waitFor();
    },
    // A few presses and letters, in about two seconds.
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
