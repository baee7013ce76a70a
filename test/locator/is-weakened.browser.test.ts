import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

const ROWS = ['Name', 'Street', 'Town', 'Country', 'Telephone'].map((name) => `<p><label>${name} <input></label></p>`).join('');
const FORM = `<!doctype html><html lang="en"><h1>Customer</h1><form>${ROWS}<button type="button" id="save">Save</button><button type="button" id="cancel">Cancel</button></form>
  <footer id="end"><a href="/help">Help</a></footer>`;

/** Whether the button is found, and whether weakly, on the page as it was, and after this change of it. */
async function after(change: string, lang = 'en') {
  const page = await open('orders');
  await page.setContent(FORM);
  return page.evaluate(
    ([code, language]) => {
      const anchor = cairn.describe(document.querySelector('#save')!);
      const look = () => {
        const located = cairn.locate(anchor, document);
        return { found: located.found, weak: cairn.isWeakened(anchor, located, document.documentElement.lang) };
      };
      const before = look();
      document.documentElement.lang = language!;
      new Function(code!)();
      return [before, look()];
    },
    [change, lang] as const,
  );
}
const same = { found: true, weak: false };

test.each([
  ['nothing', ''],
  ['a paragraph elsewhere', `document.querySelector('#end').append('New')`],
  ['the style of the control', `document.querySelector('#save').style.color = 'red'`],
  [
    'another of its name, from which its identifiers tell it',
    `document.querySelector('#save').insertAdjacentHTML('afterend', '<button type="button">Save</button>')`,
  ],
  ['one more field', `document.querySelector('p').insertAdjacentHTML('afterend', '<p><label>Fax <input></label></p>')`],
])('a change that leaves the control known does not weaken it: %s', async (_, change) => {
  expect(await after(change)).toEqual([same, same]);
});

test.each([
  ['another beside it that is the same', `const one = document.querySelector('#save'); one.after(one.cloneNode(true))`],
  ['another place', `document.body.append(document.querySelector('#save'))`],
])('a control that is found with less to know it by is weakened: %s', async (_, change) => {
  expect(await after(change)).toEqual([same, { found: true, weak: true }]);
});

test('a control that is not found is missing and not weak', async () => {
  expect(await after(`document.querySelector('#save').remove()`)).toEqual([same, { found: false, weak: false }]);
});

test('a page in another language says nothing of the control', async () => {
  const moved = `document.body.append(document.querySelector('#save'))`;
  expect((await after(moved, 'de'))[1]!.weak).toBe(false);
});

test('an anchor that was written by hand has no confidence to fall short of', async () => {
  const page = await open('orders');
  await page.setContent(FORM);
  const weak = await page.evaluate(() => {
    const anchor = { role: 'button', name: 'Save' };
    return cairn.isWeakened(anchor, cairn.locate(anchor, document), 'en');
  });
  expect(weak).toBe(false);
});
