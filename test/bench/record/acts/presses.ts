import { type ActRow, samplesOf } from '../sample-act.ts';

const rows: ActRow[] = [
  [
    'a button',
    '<button id=save>Save</button><button>Close</button>',
    (page) => page.click('#save'),
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'an icon in a button',
    '<button id=edit aria-label=Edit><svg width=20 height=20><path id=icon d="M0 0h20v20z"/></svg></button><button>New</button>',
    (page) => page.click('#icon'),
    [{ kind: 'click', on: 'edit' }],
  ],
  [
    'a link that loads a page',
    { '/orders': '<a id=all href=/settings>Settings</a><a href=/help>Help</a>', '/settings': '<h1>Settings</h1>' },
    async (page) => {
      await page.click('#all');
      await page.waitForURL('**/settings');
    },
    [{ kind: 'click', on: 'all' }],
  ],
  [
    'a button that leaves the page when the pointer goes down',
    {
      '/orders': '<button id=go onpointerdown="location.href=\'/settings\'">Settings</button>',
      '/settings': '<h1>Settings</h1>',
    },
    async (page) => {
      await page.click('#go', { noWaitAfter: true });
      await page.waitForURL('**/settings');
    },
    [{ kind: 'click', on: 'go' }],
  ],
  [
    'a menu that acts when the pointer goes down, and is gone before the click',
    `<button id=actions aria-haspopup=menu onclick="menu.hidden=false">Actions</button>
    <div id=menu role=menu hidden><div id=copy role=menuitem onpointerdown="menu.remove();out.textContent='Copied'">Copy</div></div><p id=out></p>`,
    async (page) => {
      await page.click('#actions');
      await page.click('#copy', { noWaitAfter: true });
    },
    [
      { kind: 'click', on: 'actions' },
      { kind: 'click', on: 'copy' },
    ],
  ],
  [
    'Enter on a button',
    '<button id=save>Save</button>',
    async (page) => {
      await page.focus('#save');
      await page.keyboard.press('Enter');
    },
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'Space on a button',
    '<button id=save>Save</button>',
    async (page) => {
      await page.focus('#save');
      await page.keyboard.press('Space');
    },
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'a button made of a div',
    `<div id=save role=button tabindex=0 onclick="out.textContent='Saved'">Save</div><p id=out></p>`,
    (page) => page.click('#save'),
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'Enter on a button made of a div',
    `<div id=save role=button tabindex=0 onkeydown="if(event.key==='Enter')out.textContent='Saved'">Save</div><p id=out></p>`,
    async (page) => {
      await page.focus('#save');
      await page.keyboard.press('Enter');
    },
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'an element that only its cursor shows to be a button',
    `<span id=more style="cursor:pointer" onclick="out.textContent='More'">Show more</span><p id=out></p>`,
    (page) => page.click('#more'),
    [{ kind: 'click', on: 'more' }],
  ],
  [
    'an element that nothing shows to be a button',
    `<div><span id=more onclick="out.textContent='More'">Show more</span></div><p id=out></p>`,
    (page) => page.click('#more'),
    [{ kind: 'click', on: 'more' }],
  ],
  ['a press on text that does nothing', '<p id=text>Nothing happens here</p>', (page) => page.click('#text'), []],
  ['a press on empty space', '<button>Save</button>', (page) => page.mouse.click(700, 500), []],
  ['a disabled button', '<button id=save disabled>Save</button>', (page) => page.click('#save', { force: true }), []],
  [
    'a press that is released elsewhere',
    '<button id=save>Save</button>',
    async (page) => {
      await page.hover('#save');
      await page.mouse.down();
      await page.mouse.move(600, 500, { steps: 5 });
      await page.mouse.up();
    },
    [],
  ],
  [
    'a double click',
    `<div id=cell role=button tabindex=0 ondblclick="out.textContent='Opened'">Details</div><p id=out></p>`,
    (page) => page.dblclick('#cell'),
    [{ kind: 'double-click', on: 'cell' }],
  ],
  [
    'a double click on what is no control',
    `<div><span id=cell ondblclick="out.textContent='Opened'">Details</span></div><p id=out></p>`,
    (page) => page.dblclick('#cell'),
    [{ kind: 'double-click', on: 'cell' }],
  ],
  [
    'a right click, and an entry of the app’s own menu',
    `<button id=item oncontextmenu="event.preventDefault();menu.hidden=false">Details</button>
    <div id=menu role=menu hidden><div id=archive role=menuitem onclick="menu.hidden=true">Archive</div></div>`,
    async (page) => {
      await page.click('#item', { button: 'right' });
      await page.click('#archive');
    },
    [
      { kind: 'context-menu', on: 'item' },
      { kind: 'click', on: 'archive' },
    ],
  ],
  [
    'a tab',
    '<div role=tablist><button role=tab id=one>Details</button><button role=tab id=two>History</button></div>',
    (page) => page.click('#two'),
    [{ kind: 'click', on: 'two' }],
  ],
  [
    'a button in an open shadow root',
    '<x-bar></x-bar><script>customElements.define("x-bar",class extends HTMLElement{connectedCallback(){this.attachShadow({mode:"open"}).innerHTML="<button id=save>Save</button>"}})</script>',
    (page) => page.click('#save'),
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'a button in a frame of the same origin',
    { '/orders': '<iframe src=/inner width=400 height=200></iframe>', '/inner': '<button id=save>Save</button>' },
    (page) => page.frameLocator('iframe').locator('#save').click(),
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'a drawing',
    '<canvas id=chart width=200 height=100 aria-label="Chart"></canvas>',
    (page) => page.click('#chart'),
    [{ kind: 'in-words', on: 'chart' }],
  ],
  [
    'a closed shadow root, where the browser lets nobody in',
    '<x-panel id=panel style="display:inline-block"></x-panel><script>customElements.define("x-panel",class extends HTMLElement{connectedCallback(){this.attachShadow({mode:"closed"}).innerHTML="<button>Save</button>"}})</script>',
    (page) => page.click('#panel'),
    [{ kind: 'in-words', on: 'panel' }],
  ],
  [
    'a button in each row, whose row is about a person',
    '<table><tr><th>Name<th>Action<tr><td>Ada Lovelace<td><button id=one>Edit</button><tr><td>Grace Hopper<td><button id=two>Edit</button></table>',
    (page) => page.click('#two'),
    [{ kind: 'click', on: 'two' }],
    'Ada Lovelace',
    'Grace Hopper',
    'Hopper',
  ],
  [
    'a link whose name is a person',
    '<ul><li><a id=one href=#a>Ada Lovelace</a></li><li><a id=two href=#b>Grace Hopper</a></li></ul>',
    (page) => page.click('#two'),
    [{ kind: 'click', on: 'two' }],
    'Grace Hopper',
    'Hopper',
  ],
];

export const presses = samplesOf(rows);
