import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

/** Ways in which a page keeps a copy of a control that nobody sees; `@` is where the copy goes. */
const invisibleCopies = [
  [
    'outside of the window, in a drawer that is fixed',
    '<div style="position:fixed;inset:0 auto auto 0;width:260px;transform:translateX(-100%)">@</div>',
  ],
  ['outside of the window, in a drawer at the end', '<div style="position:fixed;top:0;left:100vw;width:260px">@</div>'],
  ['left of the page', '<div style="position:absolute;left:-9999px">@</div>'],
  ['above the page', '<div style="position:absolute;top:-500px">@</div>'],
  ['in something transparent', '<div style="opacity:0"><p><span>@</span></p></div>'],
  ['in something that is aria-hidden', '<div aria-hidden="true"><p>@</p></div>'],
  ['in something inert', '<div inert><p>@</p></div>'],
  ['in something of one pixel', '<div style="position:absolute;width:1px;height:1px;overflow:hidden">@</div>'],
  ['in a collapsed panel', '<div style="height:0;overflow:hidden">@</div>'],
  ['clipped away', '<div style="position:absolute;clip-path:inset(50%)">@</div>'],
  ['clipped away, as older style sheets do', '<div style="position:absolute;clip:rect(0,0,0,0)">@</div>'],
  ['with its content not rendered', '<div style="content-visibility:hidden">@</div>'],
  ['that a search in the page would show', '<div hidden="until-found">@</div>'],
  ['in closed details', '<details><summary>More</summary>@</details>'],
  ['invisible', '<div style="visibility:hidden">@</div>'],
  [
    'in a slide of a carousel that is not the current one',
    '<div style="width:300px;overflow:hidden"><div style="display:flex;width:600px;transform:translateX(-300px)"><p style="width:300px;flex:none;margin:0">@</p><p style="width:300px;flex:none">Two</p></div></div>',
  ],
  [
    'in the next slide of a carousel',
    '<div style="width:300px;overflow:hidden"><div style="display:flex;width:600px"><p style="width:300px;flex:none">One</p><p style="width:300px;flex:none;margin:0">@</p></div></div>',
  ],
  ['in a closed drawer of a shadow root', '<div><template shadowrootmode="open"><div style="opacity:0">@</div></template></div>'],
  ['in a frame that is transparent', '<iframe style="opacity:0" srcdoc=\'@\'></iframe>'],
] as const;

for (const [where, markup] of invisibleCopies)
  for (const isFirst of [true, false])
    test(`of two controls of one name, one of them ${where}, the visible one is located${isFirst ? '' : ', also as the first of them'}`, async () => {
      const page = await open('orders');
      const copy = markup.replace('@', '<button type="button">Export list</button>');
      const seen = '<p><button type="button" id="seen">Export list</button></p>';
      await page.setContent(
        `<!doctype html><html lang="en"><body><h1>Orders</h1><nav><a href="/a">Orders</a> <a href="/b">Customers</a></nav>${isFirst ? copy + seen : seen + copy}<p><button>Save order</button></p></body></html>`,
      );
      const got = await page.evaluate(() => {
        const seen = document.querySelector('#seen')!;
        const idOf = (anchor: Parameters<typeof cairn.locate>[0]) => {
          const located = cairn.locate(anchor, document);
          return located.found ? located.element.id : located.why;
        };
        const recorded = cairn.describe(seen);
        document.querySelector('nav')!.remove();
        return [idOf({ role: 'button', name: 'Export list' }), idOf(recorded)];
      });
      expect(got).toEqual(['seen', 'seen']);
    });

test.each([
  [
    'a checkbox drawn by its label',
    '<label style="position:relative"><input type="checkbox" style="opacity:0;position:absolute"><i style="display:inline-block;width:20px;height:20px;background:teal"></i> Ready</label>',
    'checkbox',
    'Ready',
  ],
  [
    'a file field over a drawn button',
    '<label>Attach<input type="file" style="opacity:0;position:absolute;inset:0"></label>',
    'textbox',
    'Attach',
  ],
  [
    'a button that scrolls into sight',
    '<div style="height:60px;overflow:auto"><p style="height:400px">Long</p><button>Ready</button></div>',
    'button',
    'Ready',
  ],
  ['a button further down the page', '<p style="height:4000px">Long</p><button>Ready</button>', 'button', 'Ready'],
  ['a button right of a wide page', '<div style="width:4000px;text-align:right"><button>Ready</button></div>', 'button', 'Ready'],
  [
    'a button in a positioned menu of a box that hides what overflows',
    '<div style="overflow:hidden;height:20px"><div style="position:absolute;top:200px"><button>Ready</button></div></div>',
    'button',
    'Ready',
  ],
  [
    'a fixed button in a box that hides what overflows',
    '<div style="overflow:hidden;height:1px;width:1px"><button style="position:fixed;top:90px;left:90px">Ready</button></div>',
    'button',
    'Ready',
  ],
  ['a button of a page behind a dialog', '<div aria-hidden="true" inert><button>Ready</button></div>', 'button', 'Ready'],
])('%s is no invisible copy', async (_, markup, role, name) => {
  const page = await open('orders');
  await page.setContent(`<!doctype html><html lang="en"><body>${markup}</body></html>`);
  expect(await page.evaluate((anchor) => cairn.locate(anchor, document).found, { role, name })).toBe(true);
});

test('a button left of a page that reads from right to left can be scrolled to', async () => {
  const page = await open('orders');
  await page.setContent(
    '<!doctype html><html dir="rtl"><body><div style="width:3000px;text-align:left"><button>حفظ</button></div></body></html>',
  );
  expect(await page.evaluate(() => cairn.locate({ role: 'button', name: 'حفظ' }, document).found)).toBe(true);
});

test('of links of one name and address the first is located; of others it is said how many there are', async () => {
  const page = await open('orders');
  await page.setContent(
    '<!doctype html><p><a href="/log" id="one">Log time</a></p><p><a href="/log">Log time</a></p><p><a href="/a">Edit</a></p><p><a href="/b">Edit</a></p><p><button>Watch</button></p><p><button>Watch</button></p><p><button>Watch</button></p>',
  );
  const got = await page.evaluate(() =>
    [
      { role: 'link', name: 'Log time' },
      { role: 'link', name: 'Edit' },
      { role: 'button', name: 'Watch' },
    ].map((anchor) => {
      const located = cairn.locate(anchor, document);
      return located.found ? located.element.id : [located.why, located.count];
    }),
  );
  expect(got).toEqual(['one', ['several', 2], ['several', 3]]);
});

test('a recorded link that stands twice with one address is located, and of two buttons alike it is said that there are two', async () => {
  const page = await open('orders');
  const buttons = '<p><a href="/log">Log time</a> <button>Watch</button></p>';
  await page.setContent(
    `<!doctype html><html><body><h1>Issue</h1>${buttons}<div style="height:200px">Text</div>${buttons}</body></html>`,
  );
  const got = await page.evaluate(() => {
    const anchors = ['a', 'button'].map((tag) => cairn.describe(document.querySelector(tag)!));
    document.body.innerHTML =
      '<nav><p><a href="/log">Log time</a></p></nav><button>Watch</button><button>Watch</button><p><a href="/log">Log time</a></p>';
    return anchors.map((anchor) => {
      const located = cairn.locate(anchor, document);
      return located.found ? located.element.localName : [located.why, located.count];
    });
  });
  expect(got).toEqual(['a', ['several', 2]]);
});

test('an input and the component around it are one control', async () => {
  const page = await open('orders');
  await page.setContent(
    `<!doctype html>${'<x-textarea aria-label="translation" style="display:block"><p>Hint</p><textarea aria-label="translation"></textarea></x-textarea>'.repeat(4)}`,
  );
  expect(await page.evaluate(() => cairn.locate({ role: 'textbox', name: 'translation' }, document))).toMatchObject({
    why: 'several',
    count: 4,
  });
});

test('of buttons of one name one is told by its heading, by the text beside it, or by its number', async () => {
  const page = await open('orders');
  await page.setContent(`<!doctype html><html lang="en">
    <h2>Billing</h2><p><button id="billing">Edit</button></p>
    <h2>Shipping</h2><p><button id="shipping">Edit</button></p>
    <fieldset><legend>Contact</legend><button id="contact">Edit</button></fieldset>
    <section aria-label="Archive"><div><h3>Old</h3><button id="archive">Edit</button></div></section>
    <table><tr><th>Number<th></tr><tr><td>Order 1</td><td><button id="order1">Edit</button></td></tr><tr><td>Order 17</td><td><button id="order17">Edit</button></td></tr></table>
    <div class="card"><b>Ada</b><span><button id="ada">Edit</button></span></div><div class="card"><b>Grace</b><span><button id="grace">Edit</button></span></div>
    <div>English <textarea aria-label="translation" id="en"></textarea> German <textarea aria-label="translation" id="de"></textarea></div>`);
  const got = await page.evaluate(() => {
    const edit = { role: 'button', name: 'Edit' };
    const field = { role: 'textbox', name: 'translation' };
    return [
      { ...edit, under: 'Billing' },
      { ...edit, under: { de: 'Versand', en: 'Shipping' } },
      { ...edit, under: 'Contact' },
      { ...edit, under: 'Archive' },
      { ...edit, nextTo: 'Order 1' },
      { ...edit, nextTo: 'Order 17' },
      { ...edit, nextTo: 'Grace' },
      { ...field, nextTo: 'English' },
      { ...field, nextTo: 'German' },
      { ...edit, nth: 2 },
      { ...edit, nth: 99 },
      { ...edit, under: 'Nowhere' },
    ].map((anchor) => {
      const located = cairn.locate(anchor, document);
      return located.found ? located.element.id : located.why;
    });
  });
  expect(got).toEqual([
    'billing',
    'shipping',
    'contact',
    'archive',
    'order1',
    'order17',
    'grace',
    'en',
    'de',
    'shipping',
    'absent',
    'absent',
  ]);
});

test('a nameless button that is hidden in a narrow window is not mistaken for one with another icon in its place', async () => {
  const page = await open('orders');
  await page.setContent(`<!doctype html><style>@media (max-width: 600px) { #public { display: none } } @media (min-width: 601px) { #menu { display: none } }</style>
    <header><button id="menu"><i class="icon icon-menu"></i></button><button id="public"><i class="icon icon-globe"></i></button><h1>Settings</h1></header>
    <main><p><button>Save</button></p><p><a href="/fields">Fields</a></p></main>`);
  const anchor = await page.evaluate(() => cairn.describe(document.querySelector('#public')!));
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[id]')) one.removeAttribute('id');
  });
  await page.addStyleTag({
    content:
      '@media (max-width: 600px) { button:has(.icon-globe) { display: none } } @media (min-width: 601px) { button:has(.icon-menu) { display: none } }',
  });
  await page.setViewportSize({ width: 400, height: 800 });
  expect(
    await page.evaluate((anchor) => cairn.locate(anchor, document), { ...anchor, traits: { ...anchor.traits, ids: undefined } }),
  ).toMatchObject({ found: false, why: 'hidden' });
  await page.evaluate(() => document.querySelector('button:has(.icon-globe)')!.remove());
  expect(await page.evaluate((anchor) => cairn.locate(anchor, document).found, anchor)).toBe(false);
});

test.each([
  ['display', '.menu ul { display: none } .menu:hover ul, .menu:focus-within ul { display: block }'],
  ['visibility', '.menu ul { visibility: hidden } .menu:hover ul, .menu:focus-within ul { visibility: visible }'],
  ['opacity', '.menu ul { opacity: 0 } .menu:hover ul, .menu:focus-within ul { opacity: 1 }'],
  [
    'opacity with a transition',
    '.menu ul { opacity: 0; transition: opacity .2s .1s } .menu:hover ul, .menu:focus-within ul { opacity: 1 }',
  ],
  ['place', '.menu ul { position: absolute; left: -999em } .menu:hover ul, .menu:focus-within ul { left: auto }'],
  ['height', '.menu ul { height: 0; overflow: hidden } .menu:hover ul, .menu:focus-within ul { height: auto }'],
])(
  'an entry of a menu that is opened by pointing or focusing, by %s, is found when it opens and gone when it closes',
  async (_, style) => {
    const page = await open('orders');
    await page.setContent(
      `<!doctype html><html lang="en"><style>ul { margin: 0 } ${style}</style><body style="margin:0"><div class="menu" style="width:200px"><button>Reports</button><ul><li><a href="/aged" id="aged">Aged debts</a></li></ul></div><p style="margin-top:300px"><button id="away">Away</button></p></body></html>`,
    );
    await page.evaluate(() => {
      const states: string[] = [];
      Object.assign(globalThis, { states });
      const anchor = { role: 'link', name: 'Aged debts' };
      cairn.watch({
        anchors: [anchor],
        page: document,
        lifetime: new AbortController().signal,
        patienceMs: 300,
        onChange: ([one]) => states.push(`${one!.state} ${one!.why}`),
      });
    });
    const reaches = (state: string) =>
      page.waitForFunction((state) => (globalThis as unknown as { states: string[] }).states.at(-1) === state, state);
    await reaches('missing hidden');
    await page.hover('button:text("Reports")');
    await reaches('found named');
    await page.hover('#away');
    await reaches('gone hidden');
    await page.focus('button:text("Reports")');
    await reaches('found named');
    await page.focus('#away');
    await reaches('gone hidden');
  },
);
