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
    57,
  ],
  [
    'the rows turn round',
    () => document.querySelector('tbody')!.append(...[...document.querySelectorAll('tbody tr')].reverse()),
    57,
  ],
  [
    'the menu goes, and the form stands below',
    () => {
      document.querySelector('nav')!.remove();
      document.querySelector('main')!.append(document.querySelector('form')!);
    },
    55,
  ],
  [
    'a third of the rows goes',
    () => {
      for (const row of [...document.querySelectorAll('tbody tr')].filter((_, i) => i % 3 === 1)) row.remove();
    },
    30, // the others were in those rows
  ],
  [
    'each row has a copy of itself before it',
    () => {
      for (const row of document.querySelectorAll('tbody tr')) row.before(row.cloneNode(true));
    },
    3,
  ],
  [
    'all rows are of other customers',
    () => {
      for (const row of document.querySelectorAll('tbody tr')) row.children[2]!.textContent += '99';
    },
    3,
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

test('on a large page, of two that are alike in all that is recorded neither passes for the only one', async () => {
  const page = await open('orders');
  await page.setContent(largePage());
  const { alone, both, after } = await page.evaluate(() => {
    const edit = document.querySelectorAll('tbody tr')[300]!.querySelector('button')!;
    const alone = cairn.describe(edit);
    const twin = edit.cloneNode(true) as Element;
    edit.after(twin);
    const both = [edit, twin].map((one) => cairn.describe(one).traits?.unique);
    edit.remove();
    const after = cairn.locate(cairn.describe(twin), document);
    return { alone: alone.traits?.unique, both, after: after.found && after.element === twin };
  });
  expect({ alone, both, after }).toEqual({ alone: true, both: [undefined, undefined], after: true });
});

test('on a large page, how sure an anchor is, is what a look-up on that page says, of the only one of its like and of one of two', async () => {
  const page = await open('orders');
  await page.setContent(largePage());
  const { differ, unsure, twins } = await page.evaluate(() => {
    const row = document.querySelectorAll('tbody tr')[300]!;
    const edit = row.querySelector('button')!;
    edit.after(edit.cloneNode(true));
    const all = [...document.querySelectorAll('a, button, input')];
    const model = cairn.modelOf(document);
    const twins = [...row.querySelectorAll('button.edit')];
    const described = [...Array.from({ length: 57 }, (_, i) => all[i * 33]!), ...twins].map((one) => cairn.describe(one, model));
    const differ = described.filter((anchor) => {
      const located = cairn.locate(anchor, document, { model });
      return !located.found || Math.abs(located.confidence - anchor.confidence!) > 0.005;
    });
    return {
      differ,
      unsure: described.filter(({ confidence }) => confidence! < 0.9),
      twins: described.slice(-2).map(({ lookalike }) => lookalike),
    };
  });
  expect(differ).toEqual([]);
  expect(unsure).toEqual([]);
  // What a button in a table is called may be data.
  expect(twins).toEqual(['button', 'button']);
});

test('on a large page, where all that is near bears the same words, their order does not speak for another of them', async () => {
  const page = await open('orders');
  await page.setContent(largePage());
  const { right, wrong } = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('form input')];
    const model = cairn.modelOf(document);
    const anchors = fields.map((one) => cairn.describe(one, model));
    fields.forEach((one, i) => {
      one.removeAttribute('name');
      one.id = `x${i}`;
      one.previousElementSibling!.setAttribute('for', one.id);
    });
    const after = cairn.modelOf(document);
    const found = anchors.map((anchor) => cairn.locate(anchor, document, { model: after }));
    return {
      right: found.filter((one, i) => one.found && one.element === fields[i]).length,
      wrong: found.flatMap((one, i) => (one.found && one.element !== fields[i] ? i : [])),
    };
  });
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThanOrEqual(12); // the others are told from each other by no word: counts are none
});

test('what was taken for another on the day it was described is not found when those beside it have gone', async () => {
  const page = await open('orders');
  await page.setContent(largePage());
  const { unsure, found } = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('form input')].slice(0, 10);
    const model = cairn.modelOf(document);
    const anchors = fields.map((one) => cairn.describe(one, model));
    for (const [i, one] of document.querySelectorAll('.field, nav li').entries()) if (i % 3 === 1) one.remove();
    const after = cairn.modelOf(document);
    const unsure = anchors.filter(({ confidence }) => confidence === 0);
    return { unsure: unsure.length, found: unsure.filter((anchor) => cairn.locate(anchor, document, { model: after }).found) };
  });
  expect(unsure).toBeGreaterThan(0);
  expect(found).toEqual([]);
});
