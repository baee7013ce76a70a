import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

test('watchPart goes through a large page in many slices of idle time, each of a few hundred elements', async () => {
  const page = await open('orders');
  const { slices, elements, isThere } = await page.evaluate(async () => {
    document.body.insertAdjacentHTML('beforeend', `${'<p><b></b></p>'.repeat(10_000)}<div role="alert">Saved</div>`);
    const elements = document.querySelectorAll('*').length;
    // Each step takes longer than a slice may, so that every slice is one step.
    let time = performance.now();
    performance.now = () => {
      time += 10;
      return time;
    };
    let asked = 0;
    const { get } = Object.getOwnPropertyDescriptor(Element.prototype, 'localName')!;
    Object.defineProperty(Element.prototype, 'localName', {
      get() {
        asked++;
        return get!.call(this);
      },
    });
    const slices: number[] = [];
    const request = window.requestIdleCallback.bind(window);
    window.requestIdleCallback = (slice) =>
      request((deadline) => {
        // The slice itself comes after the next frame.
        slices.push(asked);
        asked = 0;
        slice(deadline);
      });
    const lifetime = new AbortController();
    const isThere = await new Promise<boolean>((done) =>
      cairn.watchPart({ role: 'alert', name: 'Saved' }, document, lifetime.signal, done),
    );
    lifetime.abort();
    return { slices, elements, isThere };
  });
  expect(isThere).toBe(true);
  expect(elements).toBeGreaterThan(20_000);
  expect(slices.length).toBeGreaterThan(100);
  expect(Math.max(...slices)).toBeLessThan(500);
});
