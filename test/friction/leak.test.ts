import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, openBrowser, openWatched } from './corpus/open.ts';
import { homes, personalStrings } from './corpus/personal.ts';

const MANY = 1000;
const strings = personalStrings(MANY);
const kinds = Object.values(homes);
const escaped = (said: string) => said.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const body = strings.map((said, at) => kinds[at % kinds.length]!(escaped(said))).join('\n');
const page = `<!doctype html><meta charset="utf-8"><title>${strings[0]} · ${strings[3]}</title>
<style>body{display:flex;flex-wrap:wrap;gap:4px;font:10px sans-serif}</style><button>Reset</button>${body}`;
/** Where it is pressed: everything that looks as if it could be. */
const controls = 'button, [role=button], [role=tab], [role=menuitem], [role=option]';

let browser: Awaited<ReturnType<typeof openBrowser>>;
const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page));
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** A raw address may hold people too: a name, a mail address, a number. */
const address = () => {
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/people/anna-meier/${encodeURIComponent(strings[3]!)}/mails?who=${encodeURIComponent(strings[0]!)}#/staff/${encodeURIComponent(strings[1]!)}`;
};

test('of 1,000 personal strings in a page, none is in what friction tells', { timeout: 120_000 }, async () => {
  const { page: tab, told } = await openWatched(await browser.newContext(), await bundle('watch-and-name.ts'));
  await tab.setViewportSize({ width: 1400, height: 6000 });
  await tab.goto(address());
  const places = (await tab.evaluate(`[...document.querySelectorAll('${controls}')].map((one) => {
    const box = one.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  })`)) as { x: number; y: number }[];
  for (const { x, y } of places) await Promise.all([tab.mouse.move(x, y), tab.mouse.down(), tab.mouse.up()]);
  await tab.waitForTimeout(3000);
  const reset = places[0]!;
  for (let at = 0; at < 5; at++) await tab.mouse.click(reset.x, reset.y, { delay: 5 });
  await tab.waitForTimeout(3000);
  for (const field of (await tab.locator('input').all()).slice(0, 3))
    for (let at = 0; at < 4; at++) {
      await field.fill(strings[at]!);
      await field.blur();
    }
  await tab.waitForTimeout(12_000);
  await tab.close();

  const said = JSON.stringify(told);
  const signals = new Set(told.map(({ signal }) => signal));
  expect(told.filter(({ signal }) => signal === 'no-response').length).toBeGreaterThan(700);
  expect(signals).toContain('repeat-click');
  expect(said).toContain('left-field');
  expect(told.filter(({ named }) => named?.name === 'Edit').length).toBeGreaterThan(10);

  // Short numbers are in every time stamp.
  const words = [
    ...new Set(
      strings
        .flatMap((one) => one.split(/[\s,@]+/))
        .filter((word) => (/[\p{L}]/u.test(word) ? word.length >= 4 : word.length >= 7)),
    ),
  ];
  expect([...strings, ...words, 'anna'].filter((secret) => said.includes(secret))).toEqual([]);
});
