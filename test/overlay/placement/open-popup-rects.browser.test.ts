import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../bench/locate/bundle.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = await bundle(join(import.meta.dirname, '../../../src/overlay/placement/open-popup-rects.ts'), 'opened');
  browser = await sharedChromium();
});
afterAll(() => browser.close());

const list = '<div id="list" style="position:absolute;left:10px;top:50px;width:100px;height:80px">A list</div>';
const there = [{ x: 10, y: 50, width: 100, height: 80 }];

test.each<[string, string, object[]]>([
  ['a menu that is open', 'aria-haspopup="menu" aria-expanded="true" aria-controls="list"', there],
  ['the list of a combobox, owned', 'role="combobox" aria-expanded="true" aria-owns="none list"', there],
  ['a menu that is closed', 'aria-haspopup="true" aria-expanded="false" aria-controls="list"', []],
  ['a part of the page that is unfolded', 'aria-expanded="true" aria-controls="list"', []],
  ['a menu that is named and not there', 'aria-haspopup="true" aria-expanded="true" aria-controls="other"', []],
])('%s', async (_, attributes, expected) => {
  const page = await browser.newPage();
  await page.setContent(`<button id="control" ${attributes}>Owner</button>${list}`);
  const rects = await page.evaluate(
    `${script}; opened.openPopupRects(control).map(({ x, y, width, height }) => ({ x, y, width, height }))`,
  );
  expect(rects).toEqual(expected);
  await page.close();
});
