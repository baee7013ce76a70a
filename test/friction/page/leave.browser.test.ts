import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_RESPONSE_AFTER_MS } from '../../../src/friction/page/judge/no-response.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';
import { bundle, openWatched } from '../corpus/open.ts';

const order = `<!doctype html><title>Order</title><button type="button" id="dead">Approve</button>`;
const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(order));
let browser: Awaited<ReturnType<typeof sharedChromium>>;
let watch: string;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  [browser, watch] = [await sharedChromium(), await bundle('watch.ts')];
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test.each([
  ['after the time for a response', NO_RESPONSE_AFTER_MS + 300, ['no-response']],
  ['at once', 0, []],
])('a dead click before the page is left %s', { timeout: 60_000 }, async (_, ms, expected) => {
  const { page, reported } = await openWatched(await browser.newContext(), watch);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/order`);
  await page.click('#dead');
  await page.waitForTimeout(ms);
  // What a page reports in its last moment does not get through to a test; the event alone is what the listeners have.
  await page.evaluate('dispatchEvent(new PageTransitionEvent("pagehide"))');
  expect(reported.map(({ signal }) => signal)).toEqual(expected);
  await page.context().close();
});
