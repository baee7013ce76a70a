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
  ['an open menu: its box', 'aria-haspopup="menu" aria-expanded="true" aria-controls="list"', there],
  ['a combobox that owns an open list: the box of the list', 'role="combobox" aria-expanded="true" aria-owns="none list"', there],
  ['a closed menu: none', 'aria-haspopup="true" aria-expanded="false" aria-controls="list"', []],
  ['an unfolded part of the page: none', 'aria-expanded="true" aria-controls="list"', []],
  ['an open menu that is not in the page: none', 'aria-haspopup="true" aria-expanded="true" aria-controls="other"', []],
])('openPopupRects for the button of %s', async (_, attributes, expected) => {
  const page = await browser.newPage();
  await page.setContent(`<button id="control" ${attributes}>Owner</button>${list}`);
  const rects = await page.evaluate(
    `${script}; opened.openPopupRects(control).map(({ x, y, width, height }) => ({ x, y, width, height }))`,
  );
  expect(rects).toEqual(expected);
  await page.close();
});
