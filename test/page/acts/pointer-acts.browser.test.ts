import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type ActCase, useReportedActs } from '../walkthrough/reported-acts.ts';

const { reported } = useReportedActs();
type Case = [string, string, ActCase['act'], number];

const keys =
  (...names: string[]): ActCase['act'] =>
  async (page, control) => {
    await control.focus();
    for (const name of names) await page.keyboard.press(name);
  };
const centre = async (control: Locator) => {
  const { x, y, width, height } = (await control.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};

describe('a double click', () => {
  const row = `<table><tr id=control tabindex=0><td>4711</td></tr></table>`;
  const redraws = `${row}<script>document.addEventListener('click', () => { const old = control; old.replaceWith(old.cloneNode(true)); });</script>`;
  const inClosed = `<x-row id=host></x-row><script>customElements.define('x-row', class extends HTMLElement {
    constructor() { super(); globalThis.inner = this.attachShadow({ mode: 'closed' }); inner.innerHTML = '<button>4711</button>'; } });</script>`;
  test.each<Case>([
    ['on a row', row, (_, control) => control.dblclick(), 1],
    ['by Enter', row, keys('Enter'), 1],
    ['by F2', row, keys('F2'), 1],
    ['is no single click', row, (_, control) => control.click(), 0],
    ['is no Space, which selects', row, keys(' '), 0],
    [
      'is no Enter in a field of the row',
      '<div id=control><input id=inner></div>',
      (page) => page.locator('#inner').press('Enter'),
      0,
    ],
    ['is not one on something else', `${row}<p id=other>Other</p>`, (page) => page.locator('#other').dblclick(), 0],
  ])('%s', async (_, html, act, times) => {
    expect((await reported({ html, on: 'double-click', act })).length > 0).toBe(times > 0);
  });
  test('in a closed tree', async () => {
    const act: ActCase['act'] = async (page) => {
      const { x, y } = (await page.locator('#host').boundingBox())!;
      await page.mouse.dblclick(x + 10, y + 10);
    };
    expect(await reported({ html: inClosed, control: `inner.querySelector('button')`, on: 'double-click', act })).toContain(
      'double-click',
    );
  });
  test('on a row that is drawn anew at the first click', async () => {
    const act: ActCase['act'] = (_, control) => control.dblclick();
    // The locator is told to find the row again by the listener; here, the element is replaced while its box stays.
    const html = redraws.replace('old.cloneNode(true)', 'old');
    expect(await reported({ html, on: 'double-click', act })).toContain('double-click');
  });
});

describe('pointing', () => {
  const item = '<button id=control style="margin:60px">File</button><a href="#" id=other>Other</a>';
  test.each<Case>([
    ['at a control', item, (_, control) => control.hover(), 1],
    [
      'at something in it',
      '<div id=control style="padding:40px"><b id=inner>File</b></div>',
      (page) => page.locator('#inner').hover(),
      1,
    ],
    ['by keyboard', item, (page) => page.keyboard.press('Tab'), 1],
    [
      'is not passing over it',
      item,
      async (page, control) => {
        const { x, y } = await centre(control);
        await page.mouse.move(x, y);
        await page.mouse.move(x, y + 400);
      },
      0,
    ],
    ['is not pointing at something else', item, (page) => page.locator('#other').hover(), 0],
    ['is not the focus that the page sets', item, (page) => page.evaluate('control.focus()'), 0],
  ])('%s', async (_, html, act, times) => {
    expect((await reported({ html, on: 'hover', act })).length > 0).toBe(times > 0);
  });
  test('with a finger', async () => {
    expect(await reported({ html: item, on: 'hover', hasTouch: true, act: (_, control) => control.tap() })).toContain('hover');
  });
});

describe('dragging', () => {
  const html5 = `<ul id=from><li id=control draggable=true>Card</li></ul><ul id=to style="height:80px;background:#eee"></ul><p id=away style="height:80px">Away</p><script>
    to.ondragover = (event) => event.preventDefault();
    to.ondrop = (event) => { event.preventDefault(); to.append(control); };
  </script>`;
  const handle = html5
    .replace('<li id=control draggable=true>Card</li>', '<li id=card draggable=true><b id=control>⠿</b> Card</li>')
    .replace('append(control)', 'append(card)');
  const pointer = `<div id=control style="position:absolute;left:20px;top:20px;width:80px;height:40px;background:#ccd">Card</div>
    <div id=to style="position:absolute;left:300px;top:200px;width:200px;height:200px;background:#eee"></div><script>
    let held = false;
    control.onpointerdown = (event) => { held = true; control.setPointerCapture(event.pointerId); };
    control.onpointermove = ({ clientX, clientY }) => { if (held) control.style.transform = 'translate(' + (clientX - 60) + 'px,' + (clientY - 40) + 'px)'; };
    control.onpointerup = () => { held = false; };
  </script>`;
  const idle =
    '<div id=control style="width:120px;height:40px;background:#ccd">Card</div><div id=to style="height:200px">To</div>';
  const keyboard = `<ul><li>A</li><li id=control tabindex=0>B</li><li>C</li></ul><script>
    let isLifted = false;
    control.onkeydown = ({ key }) => {
      if (key === ' ') isLifted = !isLifted;
      if (key !== 'ArrowDown' || !isLifted) return;
      control.parentElement.append(control);
      control.focus();
    };
  </script>`;
  const slider = `<div id=control role=slider tabindex=0 aria-valuenow=1 style="width:200px;height:30px;background:#ccd">1</div><script>
    control.onpointermove = ({ buttons, offsetX }) => { if (buttons) control.setAttribute('aria-valuenow', Math.round(offsetX)); };
    control.onkeydown = ({ key }) => { if (key === 'ArrowRight') control.setAttribute('aria-valuenow', Number(control.getAttribute('aria-valuenow')) + 1); };
  </script>`;
  const to =
    (selector: string): ActCase['act'] =>
    (page, control) =>
      control.dragTo(page.locator(selector));
  const by =
    (dx: number, dy: number): ActCase['act'] =>
    async (page, control) => {
      const { x, y } = await centre(control);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + dx / 2, y + dy / 2);
      await page.mouse.move(x + dx, y + dy);
      await page.mouse.up();
    };
  test.each<Case>([
    ['by the browser', html5, to('#to'), 1],
    ['by the browser, at a handle', handle, to('#to'), 1],
    ['by the browser, to where it is not accepted, is none', html5, to('#away'), 0],
    ['by pointer', pointer, by(320, 240), 1],
    ['that changes nothing is none', idle, by(60, 120), 0],
    ['of less than a press may move is none', pointer, by(3, 2), 0],
    ['by keyboard', keyboard, keys(' ', 'ArrowDown', ' '), 1],
    ['by keyboard that is given up is none', keyboard, keys(' ', 'ArrowDown', 'Escape'), 0],
    ['a slider by pointer', slider, by(60, 0), 1],
    ['a slider by keyboard', slider, keys('ArrowRight'), 1],
    ['a native slider by keyboard', '<input id=control type=range>', keys('ArrowRight'), 1],
  ])('%s', async (_, html, act, times) => {
    expect((await reported({ html, on: 'drag', act })).length > 0).toBe(times > 0);
  });
});

describe('dragging to a control', () => {
  const lists = `<ul aria-label="Open"><li id=control draggable=true>Card</li></ul><ul role=list aria-label="Done" id=done style="height:80px"></ul>
    <ul role=list aria-label="Later" id=later style="height:80px"></ul><script>
    for (const list of [done, later]) {
      list.ondragover = (event) => event.preventDefault();
      list.ondrop = (event) => { event.preventDefault(); list.append(control); };
    }
  </script>`;
  const to = { role: 'list', name: 'Done' };
  test.each([
    ['#done', true],
    ['#later', false],
  ])('%s counts: %s', async (selector, counts) => {
    const act: ActCase['act'] = (page, control) => control.dragTo(page.locator(selector));
    expect((await reported({ html: lists, on: { on: 'drag', to }, act })).length > 0).toBe(counts);
  });
});

describe('giving a file', () => {
  /** As the browser does it once the person has chosen, which no script of the page can. */
  const setFile = async (page: Page, field: string) => {
    const devtools = await page.context().newCDPSession(page);
    const { result } = await devtools.send('Runtime.evaluate', { expression: field });
    await devtools.send('DOM.setFileInputFiles', { files: [import.meta.filename], objectId: result.objectId! });
  };
  const choose = async (page: Page, control: Locator) => {
    await Promise.all([page.waitForEvent('filechooser'), control.click()]);
    await setFile(page, 'field');
  };
  /** A file that is dropped from outside of the browser. */
  const dropFile = async (page: Page, control: Locator) => {
    const { x, y } = await centre(control);
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [import.meta.filename], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x, y, data });
  };
  const field = '<input id=control type=file>';
  const hidden = `<button id=control>Attach</button><input id=field type=file hidden><script>control.onclick = () => field.click();</script>`;
  const zone = `<div id=control role=region style="height:80px">Drop files here</div><script>
    control.ondragover = (event) => event.preventDefault(); control.ondrop = (event) => event.preventDefault();</script>`;
  test.each<Case>([
    ['with a file field', field, (page) => setFile(page, 'control'), 1],
    ['with the label of a hidden field', '<label id=control>Attach<input id=field type=file hidden></label>', choose, 1],
    ['with a button that opens a hidden field', hidden, choose, 1],
    ['dropped on an area', zone, dropFile, 1],
    ['is not one in another field', `${field}<input id=other type=file>`, (page) => setFile(page, 'other'), 0],
    [
      'is not opening the choice',
      hidden,
      async (page, control) => [await Promise.all([page.waitForEvent('filechooser'), control.click()])],
      0,
    ],
  ])('%s', async (_, html, act, times) => {
    expect((await reported({ html, on: 'file', act })).length > 0).toBe(times > 0);
  });
});
