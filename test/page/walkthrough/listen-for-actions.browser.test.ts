import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type ActCase as Case, useReportedActs } from './reported-acts.ts';

const { reported, openPage } = useReportedActs();

const press = async (page: Page, control: Locator, to: { dx: number; dy: number } = { dx: 0, dy: 0 }, button?: 'right') => {
  const { x, y, width, height } = (await control.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down({ ...(button && { button }) });
  await page.mouse.move(x + width / 2 + to.dx, y + height / 2 + to.dy);
  await page.mouse.up({ ...(button && { button }) });
};
const keys =
  (...names: string[]) =>
  async (page: Page, control: Locator) => {
    await control.focus();
    for (const name of names) await page.keyboard.press(name);
  };
const tap = (_: Page, control: Locator) => control.tap();

const framed = `<iframe srcdoc="<input id=name><textarea id=words></textarea><button id=save>Save</button>"></iframe>`;
const inFrame = (id: string) => `document.querySelector('iframe').contentDocument?.querySelector('${id}')`;
const enter = async (page: Page, field: string) => {
  await page.frameLocator('iframe').locator(field).pressSequentially('A');
  await page.keyboard.press('Enter');
};

test.each<[string, string, Case['on'], Case['act'], string[]]>([
  [
    'a click on the control is reported',
    '#save',
    'click',
    (page) => page.frameLocator('iframe').locator('#save').click(),
    ['click'],
  ],
  ['a click elsewhere is not reported', '#save', 'click', (page) => page.frameLocator('iframe').locator('#name').click(), []],
  ['typing and Enter in a field of one line are reported as input', '#name', 'input', (page) => enter(page, '#name'), ['input']],
  ['a new line in a text area is not reported', '#words', 'input', (page) => enter(page, '#words'), []],
  [
    'a click by the page itself is not reported',
    '#save',
    'click',
    (page) => page.evaluate(`document.querySelector('iframe').contentDocument.querySelector('#save').click()`),
    [],
  ],
])('an action in a frame: %s', async (_, id, on, act, expected) => {
  expect(await reported({ html: framed, control: inFrame(id), on, act })).toEqual(expected);
});

/** A button that acts as soon as a pointer goes down on it, and then does this. */
const actsOnDown = (does: string, attributes = '') =>
  `<button id=control ${attributes} style="width:200px;height:60px">Actions</button><p>Below</p><script>
    control.addEventListener('pointerdown', (event) => { event.preventDefault(); ${does} });
  </script>`;
const redraws = 'control.outerHTML = control.outerHTML';

describe('a press on a control that acts before the click', () => {
  const downs: [string, string][] = [
    ['lets the page take no presses', actsOnDown(`document.body.style.pointerEvents = 'none'`)],
    ['takes itself away', actsOnDown('control.remove()')],
    ['hides itself', actsOnDown('control.hidden = true')],
    ['draws itself anew', actsOnDown(redraws)],
    [
      'covers the page',
      actsOnDown(`document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0"></div>')`),
    ],
  ];
  test.each(downs)('by mouse, if it %s, is reported once', async (_, html) => {
    expect(await reported({ html, on: 'click', act: press })).toEqual(['click']);
  });
  test.each(downs)('by touch, if it %s, is reported once', async (_, html) => {
    expect(await reported({ html, on: 'click', hasTouch: true, act: tap })).toEqual(['click']);
  });
  const opensByKey = (role: string) =>
    `<div id=control role=${role} tabindex=0 aria-haspopup=menu aria-expanded=false>Actions</div><script>
      control.onkeydown = (event) => { if (/Enter| |ArrowDown/.test(event.key)) { event.preventDefault(); control.remove(); } };
    </script>`;
  test.each(['Enter', ' ', 'ArrowDown'].flatMap((key) => ['button', 'combobox'].map((role) => [key, role] as const)))(
    'by the key "%s" on a %s is reported once',
    async (key, role) => {
      expect(await reported({ html: opensByKey(role), on: 'click', act: keys(key) })).toEqual(['click']);
    },
  );
  test.each(['Enter', ' '])('by the key "%s" on a native button is reported once, prevented or not', async (key) => {
    for (const does of ['', 'event.preventDefault()'])
      expect(
        await reported({
          html: `<button id=control>Save</button><script>control.onkeydown = (event) => { ${does} };</script>`,
          on: 'click',
          act: keys(key),
        }),
      ).toEqual(['click']);
  });
  test('by Enter on the active descendant of a list is reported', async () => {
    const html = '<ul role=listbox tabindex=0 id=list aria-activedescendant=control><li role=option id=control>Net 30</li></ul>';
    expect(await reported({ html, on: 'click', act: (page) => keys('Enter')(page, page.locator('#list')) })).toEqual(['click']);
  });
});

describe('no press is', () => {
  const html = actsOnDown(`document.body.style.pointerEvents = 'none'`);
  test.each<[string, string, Case['act']]>([
    ['a drag off the control', html, (page, control) => press(page, control, { dx: 0, dy: 120 })],
    ['a drag within the control', html, (page, control) => press(page, control, { dx: 80, dy: 0 })],
    ['a press with the right button', html, (page, control) => press(page, control, undefined, 'right')],
    [
      'one whose pointer was cancelled',
      html,
      async (page, control) => {
        const box = (await control.boundingBox())!;
        const devtools = await page.context().newCDPSession(page);
        const touchPoints = [{ x: box.x + 20, y: box.y + 20 }];
        await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
        await devtools.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
      },
    ],
    ['one on a disabled button', '<button id=control disabled>Save</button>', (page, control) => press(page, control)],
    [
      'one through a disabled button',
      '<form style="cursor:default"><button id=control disabled style="pointer-events:none">Save</button></form>',
      (page, control) => press(page, control),
    ],
    ['a letter', '<button id=control>Save</button>', keys('s', 'Tab')],
    ['a space in a text field', '<input id=control>', keys(' ', 'Enter')],
    [
      'one at the place of the control while a menu takes all presses of the page',
      '<body style="pointer-events:none"><button id=control>Save</button>',
      (page, control) => press(page, control),
    ],
    [
      'one on a button that lies in the field',
      '<div style="position:relative;width:200px"><input id=control style="width:200px"><button style="position:absolute;right:0;top:0">×</button></div>',
      (page) => page.getByRole('button').click(),
    ],
  ])('%s', async (_, page, act) => {
    expect(await reported({ html: page, on: 'click', hasTouch: true, act })).toEqual([]);
  });
});

describe('a press that goes through a control, or over it, is reported', () => {
  const box = 'style="position:relative;width:300px;padding:16px;cursor:pointer"';
  const through = 'style="pointer-events:none;width:200px"';
  test.each<[string, string]>([
    ['a field in the box that takes the presses', `<div ${box}><input id=control readonly ${through}></div>`],
    ['a disabled field in such a box', `<div ${box}><input id=control disabled ${through}></div>`],
    ['a box in a box', `<section><div ${box}><div><input id=control ${through}></div></div></section>`],
    ['a wide box', `<div style="cursor:pointer;padding:80px"><input id=control ${through}></div>`],
    [
      'a field under a pseudo-element',
      `<style>.box::after { content: ''; position: absolute; inset: 0 }</style><div class=box ${box}><input id=control></div>`,
    ],
    [
      'a field under an element drawn over it',
      `<div ${box}><input id=control style="width:200px"><span style="position:absolute;inset:0"></span></div>`,
    ],
    [
      'a checkbox under its drawing',
      `<label ${box}><input id=control type=checkbox style="pointer-events:none"><b>Terms</b></label>`,
    ],
  ])('%s', async (_, html) => {
    expect(await reported({ html, on: 'click', act: press })).toEqual(['click']);
  });
  test.each<[string, string]>([
    ['the label of a control', '<label for=control id=label>Terms</label><input id=control type=checkbox>'],
    [
      'a label whose click the page takes for its own',
      '<label for=control id=label>Terms</label><input id=control type=checkbox><script>label.onclick = (event) => event.preventDefault();</script>',
    ],
  ])('%s', async (_, html) => {
    const onLabel = (page: Page) => page.locator('#label').click();
    expect(await reported({ html, on: 'click', act: onLabel })).toEqual(['click']);
  });
});

/** A component that draws a field of this markup in a shadow root. */
const component = (tag: string, inner: string, mode = 'open', attributes = '') =>
  `<${tag} id=control ${attributes}></${tag}><button id=after>After</button><script>
    customElements.define('${tag}', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: '${mode}', delegatesFocus: true }).innerHTML = '${inner}'; }
    });
  </script>`;
const after = '<button id=after>After</button>';
const typeAndLeave = async (page: Page) => {
  await page.keyboard.press('Tab');
  await page.keyboard.type('Demo');
  await page.keyboard.press('Tab');
};

describe('an input is reported when the person has changed the value and leaves', () => {
  test.each<[string, string]>([
    ['a field', `<input id=control>${after}`],
    ['a text area', `<textarea id=control></textarea>${after}`],
    ['a field in a component', component('my-input', '<input>')],
    ['a field in a component with a closed root', component('my-input', '<input>', 'closed')],
    ['a text area in a component', component('my-textarea', '<textarea></textarea>')],
    [
      'a component in a component',
      component('my-input', '<my-field></my-field>').replace(
        '<script>',
        `<script>customElements.define('my-field', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'closed', delegatesFocus: true }).innerHTML = '<input>'; } });`,
      ),
    ],
    ['rich text', `<div id=control contenteditable role=textbox></div>${after}`],
    ['plain text that is edited', `<div id=control contenteditable=plaintext-only></div>${after}`],
    ['rich text in a component', component('my-editor', '<div contenteditable></div>', 'open', 'role=textbox')],
    ['a combobox', `<input id=control role=combobox aria-expanded=false>${after}`],
    [
      'a field whose value the page sets again at every key',
      `<input id=control oninput="const { value } = this; this.value = ''; this.value = value">${after}`,
    ],
  ])('%s', async (_, html) => {
    expect(await reported({ html, on: 'input', act: typeAndLeave })).toContain('input');
  });
  test.each<[string, string, string]>([
    ['a list in a component', '<select><option>A<option>B</select>', 'ArrowDown'],
    ['a checkbox in a component', '<input type=checkbox>', 'Space'],
    ['a slider in a component', '<input type=range>', 'ArrowRight'],
  ])('%s, at once', async (_, inner, key) => {
    const act = async (page: Page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press(key);
    };
    expect(await reported({ html: component('my-choice', inner), on: 'input', act })).toContain('input');
  });
  test('a date, once it is complete and left', async () => {
    const html = `<input id=control type=date>${after}`;
    const type = async (page: Page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.type('12122026');
    };
    expect(await reported({ html, on: 'input', act: type })).toEqual([]);
    const act = async (page: Page) => {
      await type(page);
      await page.locator('#after').click();
    };
    expect(await reported({ html, on: 'input', act })).toEqual(['input']);
  });
  test('a field whose calendar sets it', async () => {
    const html = `<input id=control readonly><div role=dialog><button id=day>12</button></div><script>
      day.onclick = () => { control.value = '2026-12-12'; };</script>`;
    const act = async (page: Page, control: Locator) => {
      await control.click();
      await page.locator('#day').click();
    };
    expect(await reported({ html, on: 'input', act })).toEqual(['input']);
  });
  test('a list made of a button, once another option stands in it', async () => {
    const html = `<button id=control role=combobox aria-expanded=false>Net 30</button><div role=listbox><div id=option role=option>Net 60</div></div>
      <script>option.onclick = () => { control.textContent = 'Net 60'; };</script>`;
    const act = async (page: Page, control: Locator) => {
      await control.click();
      await page.locator('#option').click();
    };
    expect(await reported({ html, on: 'input', act })).toEqual(['input']);
  });
  test('a switch without a native checkbox', async () => {
    const html = `<div id=control role=switch tabindex=0 aria-checked=false>Terms</div><script>
      control.onclick = () => control.setAttribute('aria-checked', 'true');</script>`;
    expect(await reported({ html, on: 'input', act: (_page, control) => control.click() })).toEqual(['input']);
  });
});

describe('Enter', () => {
  test.each<[string, string, string, boolean]>([
    ['in a field in a component', component('my-input', '<input>'), 'Enter', true],
    ['in a search box that is edited', `<div id=control contenteditable role=searchbox></div>${after}`, 'Enter', true],
    ['in a text area', `<textarea id=control></textarea>${after}`, 'Enter', false],
    ['in a text area in a component', component('my-textarea', '<textarea></textarea>'), 'Enter', false],
    ['in rich text', `<div id=control contenteditable role=textbox aria-multiline=true></div>${after}`, 'Enter', false],
    ['with Control in a text area', `<textarea id=control></textarea>${after}`, 'Control+Enter', false],
  ])('%s: %s counts: %s', async (_, html, key, counts) => {
    const act = async (page: Page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.type('Demo');
      await page.keyboard.press(key);
    };
    expect((await reported({ html, on: 'input', act })).length > 0).toBe(counts);
  });
});

describe('no input is', () => {
  test.each<[string, string, Case['act']]>([
    ['coming and going', `<input id=control value=A>${after}`, keys('Tab')],
    [
      'what was typed and taken back',
      `<div id=control contenteditable>A</div>${after}`,
      async (page, control) => {
        await control.focus();
        await page.keyboard.type('B');
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Tab');
      },
    ],
    [
      'a value that the page sets',
      `<input id=control>${after}`,
      (page) => page.evaluate(`control.value = 'A'; control.dispatchEvent(new Event('change', { bubbles: true }))`),
    ],
    [
      'typing in another field',
      `<input id=other><input id=control>`,
      (page) => page.locator('#other').pressSequentially('Demo\n'),
    ],
  ])('%s', async (_, html, act) => {
    expect(await reported({ html, on: 'input', act })).toEqual([]);
  });
});

describe('a field that goes in the very key by which it is left', () => {
  const cell = `<input id=control><script>
    control.onkeydown = (event) => { if (/Tab|Enter|Escape/.test(event.key)) { event.preventDefault(); control.remove(); listener.detach(); } };
  </script>`;
  test.each([
    ['Tab', ['input']],
    ['Enter', ['input']],
    ['Escape', []],
  ])('by %s: %j', async (key, expected) => {
    const act = async (page: Page, control: Locator) => {
      await control.focus();
      await page.keyboard.type('Demo');
      await page.keyboard.press(key);
    };
    expect(await reported({ html: cell, on: 'input', act })).toEqual(expected);
  });
});

test('what goes from the page is told from what goes because of what the person did', async () => {
  const { page, script } = await openPage();
  await page.setContent('<button id=control>Save</button><button id=other>Other</button>');
  await page.evaluate(`${script};
    globalThis.listener = actions.listenForActions({ anchor: {}, advance: { on: 'next' }, player: {}, lifetime: new AbortController().signal });
    listener.attach(control)`);
  expect(await page.evaluate('listener.detach()')).toBe(false);
  await page.locator('#other').click();
  expect(await page.evaluate('listener.detach()')).toBe(true);
  await page.close();
});
