import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type ActCase, useReportedActs } from '../walkthrough/reported-acts.ts';

const { reported } = useReportedActs();

/** Longer than the last look at a control after an act. */
const waitMs = 700;
const choose = (html: string, act: ActCase['act'], control?: string) =>
  reported({ html, on: 'choose', act, waitMs, ...(control && { control }) });

const pick = async (page: Page, control: Locator, option = 'Net 60') => {
  await control.click();
  await page.getByText(option, { exact: true }).last().click();
};
const byKeys =
  (...keys: string[]): ActCase['act'] =>
  async (page, control) => {
    await control.focus();
    for (const key of keys) await page.keyboard.press(key);
  };

/** A list at the end of the page, which the control opens and a press on an option closes; `show` puts the choice into the control. */
const popup = (show: string, role = 'listbox', optionRole = 'option') => `<ul id=list role=${role} hidden></ul><script>
  const draw = () => { list.innerHTML = ['Net 30', 'Net 60'].map((one) => '<li role=${optionRole}>' + one + '</li>').join(''); };
  const open = (is) => { control.setAttribute('aria-expanded', is); list.hidden = !is; if (is) draw(); else list.innerHTML = ''; };
  control.addEventListener('click', () => open(list.hidden));
  control.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowDown') open(true);
    if (key === 'Escape') open(false);
    if (key === 'Enter' && !list.hidden) { take('Net 60'); event.preventDefault(); }
  });
  const take = (option) => { open(false); ${show} };
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => take(target.textContent));
</script>`;

const combobox = `<input id=control role=combobox aria-expanded=false value="Net 30">${popup('control.value = option;')}`;
const selectOnly = `<div id=control role=combobox tabindex=0 aria-expanded=false>Net 30</div>${popup('control.textContent = option;')}`;
const slow = `<button id=control aria-haspopup=listbox aria-expanded=false>Net 30</button>${popup('setTimeout(() => { control.textContent = option; }, 300);')}`;
const menuButton = `<button id=control aria-haspopup=menu aria-expanded=false>Actions</button>${popup('document.title = option;', 'menu', 'menuitem')}`;
const besides = `<div><span id=shown>Net 30</span><input id=control role=combobox aria-expanded=false></div>${popup('shown.textContent = option;')}`;
const calendar = `<input id=control readonly value="2026-12-01"><div id=cal role=dialog hidden><button id=later>Later</button>
  <table role=grid><tr><td role=gridcell tabindex=-1>Net 60</td></tr></table></div><script>
  control.onclick = () => { cal.hidden = false; };
  cal.querySelector('td').onclick = () => { cal.hidden = true; control.value = '2026-12-12'; };
</script>`;
const buttonCalendar = calendar
  .replace('<input id=control readonly value="2026-12-01">', '<button id=control aria-haspopup=dialog>Choose a date</button>')
  .replace("control.value = '2026-12-12';", '');
const component = (mode: string) => `<x-select id=control></x-select><script>
  customElements.define('x-select', class extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: '${mode}' });
      globalThis.tree = root;
      // What browsers give to extensions.
      globalThis.chrome = { dom: { openOrClosedShadowRoot: (host) => (host === this ? root : null) } };
      root.innerHTML = '<input readonly value="Net 30" aria-expanded=false><ul role=listbox hidden><li role=option>Net 60</li></ul>';
      const [field, list] = root.children;
      const open = (is) => { field.setAttribute('aria-expanded', is); list.hidden = !is; };
      field.onclick = () => open(true);
      list.onclick = () => { open(false); field.value = 'Net 60'; };
    }
  });
</script>`;
const nativeInside = `<x-native id=control></x-native><script>
  customElements.define('x-native', class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open', delegatesFocus: true }).innerHTML = '<select><option>Net 30<option>Net 60</select>'; }
  });
</script>`;
const listbox = `<div id=control role=listbox tabindex=0><div role=option aria-selected=true>Net 30</div><div role=option aria-selected=false>Net 60</div></div><script>
  control.onclick = ({ target }) => { for (const one of control.children) one.setAttribute('aria-selected', one === target); };
</script>`;
const plain = `<div id=control tabindex=0 style="display:inline-block"><span>Net 30</span><div class=list hidden><p>Net 60</p></div></div><script>
  const [shown, list] = control.children;
  shown.onclick = () => { list.hidden = false; };
  list.onclick = () => { list.hidden = true; shown.textContent = 'Net 60'; };
</script>`;
const native = '<select id=control><option>Net 30<option>Net 60</select>';

describe('a choice is reported once', () => {
  test.each<[string, string, ActCase['act']]>([
    ['in a native list, by keyboard', native, byKeys('ArrowDown')],
    [
      'in a native list that the page sets back',
      `${native}<script>control.onchange = () => { control.value = 'Net 30'; };</script>`,
      byKeys('ArrowDown'),
    ],
    ['in a native list in a component', nativeInside, byKeys('ArrowDown')],
    ['in a combobox, from a list at the end of the page', combobox, pick],
    ['in a combobox, by keyboard', combobox, byKeys('ArrowDown', 'Enter')],
    ['in a combobox, of what it held already', combobox, (page, control) => pick(page, control, 'Net 30')],
    ['in a combobox without a field', selectOnly, pick],
    ['in a combobox without a field, by keyboard', selectOnly, byKeys('ArrowDown', 'Enter')],
    ['in a list that a button opens, when the server has answered', slow, pick],
    ['in a menu whose button always says the same', menuButton, pick],
    ['in a combobox that shows the choice beside its field', besides, (page, control) => pick(page, control)],
    ['in a calendar that a field opens', calendar, pick],
    ['in a calendar whose button always says the same', buttonCalendar, pick],
    ['in a component with an open tree', component('open'), pickInside],
    ['in a component with a closed tree', component('closed'), pickInClosed],
    ['in a listbox', listbox, (page) => page.getByText('Net 60').click()],
    ['in a listbox, of what was chosen already', listbox, (page) => page.getByText('Net 30').click()],
    ['in a control without any role', plain, pick],
  ])('%s', async (_, html, act) => {
    expect((await choose(html, act)).slice(0, 1)).toEqual(['choose']);
  });

  test('in a frame', async () => {
    const html = `<iframe srcdoc='${combobox.replaceAll("'", '&apos;')}' height=300></iframe>`;
    const act: ActCase['act'] = async (page) => {
      const frame = page.frameLocator('iframe');
      await frame.locator('#control').click();
      await frame.getByText('Net 60').click();
    };
    const control = `document.querySelector('iframe').contentDocument?.querySelector('#control')`;
    expect(await choose(html, act, control)).toEqual(['choose']);
  });
});

async function pickInside(page: Page) {
  await page.locator('#control input').click();
  await page.getByText('Net 60').click();
}

/** A closed tree can be reached by coordinates alone. */
async function pickInClosed(page: Page) {
  for (const selector of ['input', 'li']) {
    const { x, y } = await page.evaluate<{ x: number; y: number }>(
      `tree.querySelector('${selector}').getBoundingClientRect().toJSON()`,
    );
    await page.mouse.click(x + 8, y + 8);
  }
}

describe('no choice is', () => {
  const open: ActCase['act'] = (_page, control) => control.click();
  test.each<[string, string, ActCase['act']]>([
    ['opening a list', combobox, open],
    ['opening and closing a list by Escape', combobox, byKeys('ArrowDown', 'Escape')],
    ['opening and closing it by a press', selectOnly, async (_, control) => [await control.click(), await control.click()]],
    ['opening a list of a control without any role', plain, open],
    [
      'what is typed and not yet chosen',
      combobox,
      async (page, control) => [await control.click(), await page.keyboard.type('Net')],
    ],
    [
      'going to the next month in a calendar',
      calendar,
      async (page, control) => [await control.click(), await page.locator('#later').click()],
    ],
    [
      'cancelling a calendar after a day was pressed',
      buttonCalendar
        .replace('cal.hidden = true; ', '')
        .replace('control.onclick', 'later.onclick = () => { cal.hidden = true; }; control.onclick'),
      async (page, control) => [await pick(page, control), await page.locator('#later').click()],
    ],
    [
      'a value that the page sets',
      native,
      (page) => page.evaluate(`control.value = 'Net 60'; control.dispatchEvent(new Event('change', { bubbles: true }))`),
    ],
    ['coming and going', `${combobox}<button>After</button>`, byKeys('Tab')],
    [
      'a choice in another control',
      `${combobox}<div role=listbox><div role=option id=other>Other</div></div>`,
      async (page) => page.locator('#other').click(),
    ],
    [
      'a row that is pressed after the control was left, and goes',
      `${combobox}<table><tr id=row onclick="this.remove()"><td>4711</td></tr></table>`,
      async (page, control) => [await control.focus(), await page.getByText('4711').click()],
    ],
  ])('%s', async (_, html, act) => {
    expect(await choose(html, act)).toEqual([]);
  });
});
