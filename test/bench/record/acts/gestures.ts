import type { Page } from 'playwright-core';
import { type ActRow, samplesOf } from '../sample-act.ts';

const file = { name: 'payroll-kowalski.csv', mimeType: 'text/csv', buffer: Buffer.from('x') };
const choose = async (page: Page, on: string) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click(on)]);
  await chooser.setFiles(file);
};
const board = `<div id=todo style="width:200px;height:150px;border:1px solid" aria-label=Open role=list><div id=card role=listitem DRAG style="width:150px;height:40px;background:#eee">Task</div></div>
<div id=done style="width:200px;height:150px;border:1px solid" role=list aria-label=Done ondragover="event.preventDefault()" ondrop="this.append(card)"></div>`;
const pointerDrag = `<script>let on;card.onpointerdown=()=>{on=true};addEventListener('pointermove',e=>{if(on)card.style.translate=e.clientX+'px'});addEventListener('pointerup',()=>{if(on)done.append(card);on=false;card.style.translate=''})</script>`;

const rows: ActRow[] = [
  [
    'a file',
    '<label>Attachment <input id=file type=file></label>',
    (page) => choose(page, '#file'),
    [{ kind: 'file', on: 'file' }],
    'kowalski',
  ],
  [
    'a file by a button that opens a hidden field',
    '<button id=upload onclick="field.click()">Upload</button><input id=field type=file hidden>',
    (page) => choose(page, '#upload'),
    [{ kind: 'file', on: 'upload' }],
    'kowalski',
  ],
  [
    'a drag by the browser',
    board.replace('DRAG', 'draggable=true'),
    (page) => page.dragAndDrop('#card', '#done', { steps: 4 } as never),
    [{ kind: 'drag', on: 'card', to: 'done' }],
  ],
  [
    'a drag by the pointer',
    board.replace('DRAG', '') + pointerDrag,
    async (page) => {
      await page.hover('#card');
      await page.mouse.down();
      const box = (await page.locator('#done').boundingBox())!;
      await page.mouse.move(box.x + 80, box.y + 80, { steps: 6 });
      await page.mouse.up();
    },
    [{ kind: 'drag', on: 'card', to: 'done' }],
  ],
  [
    'a text that is selected',
    '<p id=text>Some text that can be selected with the pointer</p>',
    async (page) => {
      const box = (await page.locator('#text').boundingBox())!;
      await page.mouse.move(box.x + 4, box.y + 8);
      await page.mouse.down();
      await page.mouse.move(box.x + 160, box.y + 8, { steps: 5 });
      await page.mouse.up();
      await page.keyboard.press('Control+c');
    },
    [],
  ],
  ['scrolling', '<div style="height:4000px"><button>Save</button></div>', (page) => page.mouse.wheel(0, 800), []],
  [
    'a menu that pointing opens, by style alone',
    '<style>#menu{display:none}li:hover>#menu{display:block}</style><ul><li id=item><button id=products>Products</button><ul id=menu><li><button id=new>New</button></li></ul></li></ul>',
    async (page) => {
      await page.hover('#products');
      await page.click('#new');
    },
    [
      { kind: 'hover', on: 'products' },
      { kind: 'click', on: 'new' },
    ],
  ],
  [
    'a menu that pointing opens, by a script',
    `<button id=products onpointerenter="menu.hidden=false">Products</button><div id=menu hidden><button id=new>New</button></div>`,
    async (page) => {
      await page.hover('#products');
      await page.click('#new');
    },
    [
      { kind: 'hover', on: 'products' },
      { kind: 'click', on: 'new' },
    ],
  ],
  [
    'pointing at other things on the way',
    '<button id=a>Products</button><button id=b>Reports</button><button id=c>Save</button>',
    async (page) => {
      await page.hover('#a');
      await page.hover('#b');
      await page.click('#c');
    },
    [{ kind: 'click', on: 'c' }],
  ],
  [
    'a button in a dialog that a button opens',
    '<button id=open onclick="dialog.showModal()">Settings</button><dialog id=dialog aria-label=Settings><button id=apply onclick="dialog.close()">Apply</button></dialog>',
    async (page) => {
      await page.click('#open');
      await page.click('#apply');
    },
    [
      { kind: 'click', on: 'open' },
      { kind: 'click', on: 'apply' },
    ],
  ],
  [
    'a change of address without a load',
    `<button id=next onclick="history.pushState(null,'','/settings');out.textContent='Settings'">Settings</button><p id=out></p>`,
    (page) => page.click('#next'),
    [{ kind: 'click', on: 'next' }],
  ],
  [
    'a reload between two acts',
    '<button id=a>Save</button><button id=b>Send</button>',
    async (page) => {
      await page.click('#a');
      await page.reload();
      await page.click('#b');
    },
    [
      { kind: 'click', on: 'a' },
      { kind: 'click', on: 'b' },
    ],
  ],
  [
    'a page that redraws a button as it is pressed',
    `<div id=host><button id=save>Save</button></div><p id=out></p><script>host.onpointerdown=()=>{host.innerHTML='<button id=save>Save</button>';out.textContent+='.'}</script>`,
    (page) => page.click('#save', { noWaitAfter: true }),
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'a page with a clock that ticks, and a press on its text',
    `<p id=text>Some text</p><p id=clock></p><script>setInterval(()=>{clock.textContent=Date.now()},50)</script>`,
    async (page) => {
      await page.waitForTimeout(1300);
      await page.click('#text');
    },
    [],
  ],
  [
    'a function key that the app takes',
    `<button id=a>Save</button><p id=out></p><script>addEventListener('keydown',e=>{if(e.key==='F2'){e.preventDefault();out.textContent='Editing'}})</script>`,
    async (page) => {
      await page.focus('#a');
      await page.keyboard.press('F2');
    },
    [{ kind: 'press-key', on: 'a' }],
  ],
];

export const gestures = samplesOf(rows);
