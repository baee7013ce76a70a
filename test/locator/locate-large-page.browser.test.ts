import { expect, test } from 'vitest';
import { largePage } from '../bench/locate/large-page.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();

/** On a page of 2,588 controls only some are compared. `least` says how many of the 57 must be found. */
test.each([
  ['no change', () => {}, 57],
  [
    'forty rows were added at the top',
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
    'the rows were reversed',
    () => document.querySelector('tbody')!.append(...[...document.querySelectorAll('tbody tr')].reverse()),
    57,
  ],
  [
    'the menu was removed and the form moved to the end',
    () => {
      document.querySelector('nav')!.remove();
      document.querySelector('main')!.append(document.querySelector('form')!);
    },
    55,
  ],
  [
    'a third of the rows was removed',
    () => {
      for (const row of [...document.querySelectorAll('tbody tr')].filter((_, i) => i % 3 === 1)) row.remove();
    },
    30, // the others were in those rows
  ],
  [
    'a copy was put before each row',
    () => {
      for (const row of document.querySelectorAll('tbody tr')) row.before(row.cloneNode(true));
    },
    3,
  ],
  [
    'the customers of all rows changed',
    () => {
      for (const row of document.querySelectorAll('tbody tr')) row.children[2]!.textContent += '99';
    },
    3,
  ],
] as const)('on a large page, after %s, no control is mistaken for another and most are found', async (_, change, least) => {
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

test('on a large page, of two controls that are alike in everything neither is recorded as unique', async () => {
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

test('on a large page, the confidence in an anchor is that of locating it on the same page, for a unique control and for twins', async () => {
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

test('on a large page, fields that share their words are not mistaken for each other by their order', async () => {
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

test('a control that was mistaken for another when it was described is not found after its neighbours were removed', async () => {
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
