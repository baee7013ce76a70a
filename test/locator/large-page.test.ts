import { expect, test } from 'vitest';
import { largePage } from '../bench/locate/large-page.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();

/** On a page of 2,588 controls only some are compared. */
test.each([
  ['nothing', () => {}, 57],
  [
    'forty rows come above',
    () => {
      const rows = [...document.querySelectorAll('tbody tr')].slice(0, 40).map((row) => row.cloneNode(true) as Element);
      rows.forEach((row, i) => {
        row.querySelector('a')!.textContent = `${9000 + i}`;
        row.children[2]!.textContent = `Client ${i}`;
      });
      document.querySelector('tbody')!.prepend(...rows);
    },
    56,
  ],
  [
    'the rows turn round',
    () => document.querySelector('tbody')!.append(...[...document.querySelectorAll('tbody tr')].reverse()),
    50,
  ],
  [
    'the menu goes, and the form stands below',
    () => {
      document.querySelector('nav')!.remove();
      document.querySelector('main')!.append(document.querySelector('form')!);
    },
    50,
  ],
] as const)('on a large page, when %s, each is found or nothing is', async (_, change, least) => {
  const page = await open('orders');
  await page.setContent(largePage());
  await page.evaluate(() => {
    const all = [...document.querySelectorAll('a, button, input')];
    const targets = Array.from({ length: 57 }, (_, i) => all[i * 33]!);
    const model = cairn.modelOf(document);
    Object.assign(globalThis, { targets, anchors: targets.map((one) => cairn.describe(one, model)) });
  });
  await page.evaluate(change);
  const { right, wrong } = await page.evaluate(() => {
    const { targets, anchors } = globalThis as unknown as { targets: Element[]; anchors: ReturnType<typeof cairn.describe>[] };
    const model = cairn.modelOf(document);
    const found = anchors.map((anchor) => cairn.locate(anchor, document, { model }));
    return {
      right: found.filter((one, i) => one.found && one.element === targets[i]).length,
      wrong: found.flatMap((one, i) => (one.found && one.element !== targets[i] ? i : [])),
    };
  });
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThanOrEqual(least);
});
