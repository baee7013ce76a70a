import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discloseControl } from '../../../src/disclosure/disclose-control.ts';
import { HOLD_MS, NO_RESPONSE_AFTER_MS } from '../../../src/friction/page/judge/no-response.ts';
import { WITHIN_MS } from '../../../src/friction/page/judge/repeat-click.ts';
import { applicationLexicon } from '../../../src/lexicon/application-lexicon.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';
import { bundle, openWatched } from '../corpus/open.ts';
import { leaked, personal, personalAddress, personalPage, placesOfPressable } from '../corpus/personal-page.ts';

let browser: Awaited<ReturnType<typeof sharedChromium>>;
const server = createServer((_, response) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(personalPage),
);
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await sharedChromium();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test('of 1,000 personal strings in a page, none is in any finding or journey fact', { timeout: 240_000 }, async () => {
  const { page: tab, reported, passSilence } = await openWatched(await browser.newContext(), await bundle('watch-and-name.ts'));
  await tab.setViewportSize({ width: 1400, height: 6000 });
  await tab.goto(personalAddress(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  const places = (await tab.evaluate(placesOfPressable)) as { x: number; y: number }[];
  for (const { x, y } of places) await Promise.all([tab.mouse.move(x, y), tab.mouse.down(), tab.mouse.up()]);
  await tab.waitForTimeout(NO_RESPONSE_AFTER_MS);
  const reset = places[0]!;
  await tab.mouse.move(reset.x, reset.y);
  // The browser gets all presses at once, so that a busy machine does not stretch them.
  const presses = Array.from({ length: 5 }, (_, at) => ({ clickCount: at + 1 }));
  await Promise.all(presses.flatMap((press) => [tab.mouse.down(press), tab.mouse.up(press)]));
  await tab.waitForTimeout(WITHIN_MS);
  for (const field of (await tab.locator('input').all()).slice(0, 3))
    for (let at = 0; at < 4; at++) {
      await field.fill(personal[at]!);
      await field.blur();
    }
  expect(await passSilence(HOLD_MS + 1500)).toBeGreaterThan(700);
  await tab.close();

  const lexicon = applicationLexicon();
  const disclosed = reported.map(({ observed, control: _number, ...finding }) => ({
    ...finding,
    ...(observed && { control: discloseControl(observed, { lexicon }).control }),
  }));
  // The digits of a time in milliseconds may be those of any number.
  const text = JSON.stringify(disclosed, (key, value) => (key === 'at' && typeof value === 'number' ? undefined : value));
  const signals = new Set(reported.map(({ signal }) => signal));
  expect(reported.filter(({ signal }) => signal === 'no-response').length).toBeGreaterThan(700);
  expect(signals).toContain('repeat-click');
  expect(text).toContain('left-field');
  expect(disclosed.filter(({ control }) => control?.name === 'Edit').length).toBeGreaterThan(10);

  expect(leaked(text)).toEqual([]);
});
