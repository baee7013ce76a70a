import { expect, test } from 'vitest';
import { sharedChromium } from '../../../run/shared-chromium.ts';
import { createPressLog } from './press-log.ts';
import { pressStopped } from './stopped-controls.ts';

const waits = { untouched: 100, rest: 50, between: 150, verdict: 0 };

/** Handlers where libraries put them, and one that hears a press before it can be stopped. */
const app = `<!doctype html><title>Orders</title><div id="app">
  <button id="own">Approve</button><button id="root">Send</button><button id="early">Archive</button><button disabled>Off</button>
  <button id="covered">Under</button>
  <form action="/elsewhere"><button id="submit">Save</button></form><a href="/elsewhere" id="link">Orders</a></div>
<output>0</output><div style="position:fixed;inset:200px 0 0 0;background:white"></div>
<style>#covered{position:fixed;top:300px}</style>
<script>
  globalThis.heard = [];
  globalThis.seenByTools = 0;
  const note = (id) => { heard.push(id); document.querySelector('output').textContent = heard.length; };
  own.addEventListener('click', () => note('own'));
  app.addEventListener('click', ({ target }) => target.id === 'root' && note('root'), true);
  document.addEventListener('mousedown', ({ target }) => target.id === 'early' && note('early'), true);
  addEventListener('click', () => { seenByTools += 1; }, true);
</script>`;

test('a stopped control does nothing, detectors hear its presses all the same, and what the page still does is left out', {
  timeout: 60_000,
}, async () => {
  const browser = await sharedChromium();
  const page = await (await browser.newContext()).newPage();
  await page.setContent(app);
  const log = createPressLog();
  const visit = { asks: <T>(expression: string) => page.evaluate(expression) as Promise<T> };
  await pressStopped({ visit, page, log, waits });

  const controlsOf = (kind: string) =>
    log.presses.filter((one) => one.kind === kind && !one.isLeftOut).map(({ control }) => control);
  expect(controlsOf('stopped button')).toEqual(['button “Approve”', 'button “Send”', 'button “Save”']);
  expect(controlsOf('stopped link')).toEqual(['a “Orders”']);
  expect(controlsOf('stopped button, in haste')).toEqual(['button “Approve”', 'button “Send”', 'button “Save”']);
  expect(log.presses.filter(({ isLeftOut }) => isLeftOut).map(({ control }) => control)).toEqual(
    Array(2).fill('button “Archive”'),
  );
  const { heard, seenByTools } = await page.evaluate<{ heard: string[]; seenByTools: number }>('({ heard, seenByTools })');
  expect(new Set(heard)).toEqual(new Set(['early']));
  expect(seenByTools).toBe(4 + 1 + 4 * 5);

  await page.click('#own');
  expect(await page.evaluate('heard.at(-1)')).toBe('own');
  await browser.close();
});
