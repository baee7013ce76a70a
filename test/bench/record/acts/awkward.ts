import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ExpectedStep, SampleAct } from '../sample-act.ts';

const FOLDER = join(import.meta.dirname, '../../../pages/awkward');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

type Row = [
  name: string,
  page: string,
  perform: (page: Page) => Promise<unknown>,
  steps: ExpectedStep[],
  options?: { values?: string[]; more?: string[] },
];

/** Pages that replace built-in functions are no use here: the recorder runs in the page's own world, other than in the extension. */
const press = (page: Page) => page.click('#approve');
/** By the mouse alone: these pages keep Playwright from telling whether a control rests. */
async function pressAtPlace(page: Page, selector = '#approve'): Promise<void> {
  const place = await page.evaluate((one) => {
    const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(document.querySelector(one)!);
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await page.mouse.click(place.x, place.y);
}
const pressed: ExpectedStep[] = [{ kind: 'click', on: 'approve' }];
/** As the pages have it: something that happens by itself, and then a press. */
const after = (script: string) => async (page: Page) => {
  await page.evaluate(script);
  await press(page);
};

const rows: Row[] = [
  ['a menu button that takes the press and lets the page take none', 'pointerdown', press, pressed],
  ['a form whose fields hide what a form has', 'clobbered', (page) => pressAtPlace(page), pressed],
  ['a page that sets every style of every element', 'css-all', press, pressed],
  ['a page that is zoomed', 'html-zoom', press, pressed],
  ['a page from right to left', 'rtl', press, pressed],
  ['a page in vertical writing', 'vertical', press, pressed],
  ['a page in quirks mode', 'quirks', press, pressed],
  ['a page that draws itself anew every 100 ms', 'rerender', (page) => pressAtPlace(page), pressed],
  ['a page that has replaced its document element', 'replaced', after('awkward.replaceAll()'), pressed],
  ['a page that has replaced its body', 'replaced', after('awkward.replaceBody()'), pressed],
  ['a button that has moved', 'moving', after('awkward.move(300, 300)'), pressed],
  ['a page that the browser translates', 'translated', after('awkward.translate()'), pressed],
  ['a page that paints over everything and lets presses through', 'see-through', after('awkward.cover()'), pressed],
  ['a button that is turned, in two scroll containers', 'transforms', after('awkward.scroll(false)'), pressed],
  ['a button on another route', 'spa', after("awkward.push('/spa/release')"), pressed],
  ['a cell of a virtual grid, after scrolling', 'grid', after('awkward.scroll(900), awkward.scroll(0)'), pressed],
  [
    'a control in a popover that was moved there',
    'popover',
    async (page) => {
      await page.click('#more', { position: { x: 6, y: 6 } }); // the rest of it is covered
      await press(page);
    },
    [{ kind: 'click', on: 'more' }, ...pressed],
  ],
  [
    'a control that a second dialog takes from the first',
    'dialog',
    async (page) => {
      await page.click('#again');
      await press(page);
      await page.click('#close');
    },
    [{ kind: 'click', on: 'again' }, ...pressed, { kind: 'click', on: 'close' }],
  ],
  [
    'a dialog that is drawn anew between two acts',
    'dialog-redrawn',
    async (page) => {
      await press(page);
      await page.evaluate('awkward.draw()');
      await press(page);
    },
    [...pressed, ...pressed],
  ],
  [
    'a button in a frame in a frame',
    'frame-same',
    async (page) => page.frames().at(-1)?.click('#approve'),
    pressed,
    { more: ['frame-between.html', 'frame-inside.html'] },
  ],
  [
    'Enter in a form that empties itself',
    'form',
    async (page) => {
      await page.click('#supplier');
      await page.keyboard.type('Kowalski');
      await page.keyboard.press('Enter');
    },
    [{ kind: 'input', on: 'supplier' }, ...pressed],
    { values: ['Kowalski'] },
  ],
  [
    'a dialog that keeps the focus',
    'focus-trap',
    async (page) => {
      await page.keyboard.type('Kowalski');
      await page.keyboard.press('Tab');
      await press(page);
    },
    [{ kind: 'input', on: 'name' }, ...pressed],
    { values: ['Kowalski'] },
  ],
  [
    'a cell whose field goes away in the key that leaves it',
    'cell-editor',
    async (page) => {
      await page.keyboard.type('Kowalski');
      await page.keyboard.press('Tab');
    },
    [{ kind: 'input', on: 'cell' }],
    { values: ['Kowalski'] },
  ],
  [
    'a field that lets presses through to what is around it',
    'press-through',
    (page) => page.click('.field'),
    [{ kind: 'click', on: 'account' }],
  ],
];

const pageOf = (file: string) => ({ [`/${file}`]: read(file) });

export const awkward: readonly SampleAct[] = rows.map(([name, page, perform, steps, { values = [], more = [] } = {}]) => ({
  name,
  pages: Object.assign({}, ...[`${page}.html`, ...more, 'awkward.js', 'awkward.css'].map(pageOf)),
  perform: async (opened) => void (await perform(opened)),
  steps,
  values,
}));
