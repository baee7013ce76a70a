import { beforeAll, expect, test } from 'vitest';
import type { Control } from '../../../src/model/entry/control.ts';
import { useBrowser } from '../browser.ts';

interface Case {
  /** The control in question is `#it`, in the page, in a shadow root or in a frame. */
  html: string;
  /** The name that may be told; without it, the name is withheld. */
  name?: string;
  /** No name at all, and none withheld. */
  isUnnamed?: true;
}

const shadow = (inner: string, host = 'x-host', light = '') =>
  `<${host}><template shadowrootmode="open">${inner}</template>${light}</${host}>`;
const frame = (inner: string) => `<iframe srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`;
const three = (row: (text: string) => string) => ['Kroger', 'Publix', 'Depot'].map(row).join('');

const cases: Record<string, Case> = {
  // What is editable
  'a custom element that is editable': {
    html: '<x-note id="it" role="textbox" contenteditable>Chronic illness</x-note>',
    isUnnamed: true,
  },
  'a custom element with an editor in its shadow root': {
    html: shadow('<div contenteditable="plaintext-only">Chronic illness</div>', 'x-note id="it" role="button"'),
    isUnnamed: true,
  },
  'a custom element whose editor shows its own text': {
    html: shadow('<div contenteditable><slot></slot></div>', 'x-note id="it" role="button"', 'Chronic illness'),
    isUnnamed: true,
  },
  'a custom field that shows its value as text keeps its label': {
    html: shadow('<label>Reason</label><input><span><slot></slot></span>', 'x-field-textarea id="it"', 'Chronic illness'),
    name: 'Reason',
  },
  'a custom combobox that shows the choice': { html: '<x-select id="it">Chronic illness</x-select>', isUnnamed: true },
  'a button with an editable part': {
    html: '<button id="it">Rename <b contenteditable>Chronic illness</b></button>',
    name: 'Rename',
  },
  'a button with a part that is a textbox by role': {
    html: '<button id="it">Rename <b role="textbox">Chronic</b></button>',
    name: 'Rename',
  },
  'a button with a result in it': { html: '<button id="it">Total <output>Chronic</output></button>', name: 'Total' },
  'an editable heading': { html: '<h2 id="it" contenteditable>Chronic illness</h2>', isUnnamed: true },
  'a mention inside an editor': {
    html: '<div contenteditable>To <button id="it" contenteditable="false">Chronic</button></div>',
  },
  'a control in a document that is an editor': {
    html: `${frame('<button id=it>Chronic</button><script>document.designMode="on"</script>')}`,
    isUnnamed: true,
  },
  'a label that refers to a field': {
    html: '<input id="f" value="Chronic"><span id="e" contenteditable>illness</span><button id="it" aria-labelledby="w f e"></button><i id="w">Delete</i>',
    name: 'Delete',
  },
  'a label that refers to a list': {
    html: '<select id="f"><option>Chronic<option>Holiday</select><button id="it" aria-labelledby="w f"></button><i id="w">Delete</i>',
    name: 'Delete',
  },
  'a slider that says its value': {
    html: '<div id="it" role="slider" aria-valuetext="Chronic" aria-label="Degree">Chronic</div>',
    name: 'Degree',
  },

  // What was chosen
  'a button of a list box': { html: '<button id="it" aria-haspopup="listbox">Chronic illness</button>' },
  'a button of a list box with a label': {
    html: '<i id="l">Reason</i><button id="it" aria-haspopup="listbox" aria-labelledby="l it" title="Chronic">Chronic</button>',
    name: 'Reason',
  },
  'a button of a tree with a value beside its label': {
    html: '<i id="l">Unit</i><div id="it" role="button" tabindex="0" aria-haspopup="tree" aria-labelledby="l v"><b id="v">Chronic</b></div>',
    name: 'Unit',
  },
  'a button of a grid': { html: '<button id="it" aria-haspopup="grid">Tomorrow</button>' },
  'a button whose popup is a list box only by reference': {
    html: '<button id="it" aria-haspopup="true" aria-controls="l">Chronic</button><div id="l" role="listbox"></div>',
  },
  'an input that opens a list box': { html: '<input id="it" type="button" aria-haspopup="listbox" value="Chronic">' },
  'a combobox button': { html: '<button id="it" role="combobox" aria-expanded="false">Chronic</button>', isUnnamed: true },
  'a button of a dialog with a label of its own': {
    html: '<label for="it">Start</label><button id="it" aria-haspopup="dialog">Tomorrow</button>',
    name: 'Start',
  },
  'a button of a dialog that shows a date': { html: '<button id="it" aria-haspopup="dialog">12 March</button>' },
  'a button of a dialog that is named by the app': {
    html: '<button id="it" aria-haspopup="dialog">New order</button>',
    name: 'New order',
  },
  'a button of a menu': { html: '<button id="it" aria-haspopup="menu">File</button>', name: 'File' },
  'a button of a menu that shows what is checked in it': {
    html: '<button id="it" aria-haspopup="menu">Chronic</button><div role="menu"><div role="menuitemradio" aria-checked="true">Chronic</div></div>',
  },
  'a label of what is selected in a list': {
    html: '<button id="it" aria-label="Reason: Chronic illness"></button><ul role="listbox"><li role="option" aria-selected="true">Chronic illness</li></ul>',
  },
  'a text that repeats the choice in a list': {
    html: '<select><option>Holiday<option selected>Chronic illness</select><button id="it">Send chronic  ILLNESS</button>',
  },
  'the current tab': {
    html: '<div role="tablist"><button id="it" role="tab" aria-selected="true">Orders</button></div>',
    name: 'Orders',
  },

  // What is shown again
  'a text that repeats a field': { html: '<input value="sick note"><button id="it">Search everywhere for “Sick  Note”</button>' },
  'a text that repeats a word of a field': { html: '<input value="Olaf Brandt"><button id="it">Remove Olaf</button>' },
  'a text that repeats a field in wide letters': { html: '<textarea>ｏｌａｆ</textarea><button id="it">Remove OLAF</button>' },
  'a text that repeats a field without its accents': { html: '<input value="Ólaf"><button id="it">Remove olaf</button>' },
  'a text that repeats a field without its space': { html: '<input value="olaf brandt"><button id="it">@olafbrandt</button>' },
  'a text that repeats two Han characters': { html: '<input value="王明"><button id="it">联系王明</button>' },
  'a text that repeats the beginning of a field': { html: '<input value="Chronic illness"><button id="it">Chron…</button>' },
  'a text that repeats an editor': { html: '<div contenteditable>Olaf</div><button id="it">Message Olaf</button>' },
  'a text that repeats a name in a long text': {
    html: '<textarea>please send the order to our colleague Olaf as soon as it has been packed and checked</textarea><button id="it">Message Olaf</button>',
  },
  'a text that has a plain word of a long text': {
    html: '<textarea>please send the order to our colleague Olaf as soon as it has been packed and checked</textarea><button id="it">Send order</button>',
    name: 'Send order',
  },
  'a text that repeats a field in a shadow root': {
    html: `${shadow('<input value="olaf">')}<button id="it">Message Olaf</button>`,
  },
  'a text that repeats a field in a frame': { html: `${frame('<input value=olaf>')}<button id="it">Message Olaf</button>` },
  'a text in a frame that repeats a field of the page': {
    html: `<input value="olaf">${frame('<button id=it>Message Olaf</button>')}`,
  },
  'a text in a shadow root that repeats a field of the page': {
    html: `<input value="olaf">${shadow('<button id="it">Message Olaf</button>')}`,
  },
  'a text that has letters of a short value inside a word': {
    html: '<input value="all"><button id="it">Install</button>',
    name: 'Install',
  },
  'a text beside a field with another value': { html: '<input value="olaf"><button id="it">Save</button>', name: 'Save' },
  'the text of a button is not its own echo': { html: '<input id="it" type="submit" value="Save">', name: 'Save' },

  // Records
  'a control in a list of divs': {
    html: `<div>${three((t) => `<div class="r"><div id="it" tabindex="0">${t}</div><div>54</div></div>`)}</div>`,
  },
  'a tag in a list of divs, the selected one': {
    html: `<div><div class="r"><i>a</i><i><button>#gift</button></i></div><div class="r on"><i>b</i><i><button id="it">#medical</button></i></div></div>`,
  },
  'a control that all records have': {
    html: `<div>${three((t) => `<div class="r"><b>${t}</b><button id="it">Refresh</button></div>`)}</div>`,
    name: 'Refresh',
  },
  'a control in one of several custom elements': {
    html: `<div>${['Kroger', 'Publix'].map((t) => shadow(`<b>x</b><button id="it">${t}</button>`, 'x-row')).join('')}</div>`,
  },
  'a button of a bar with a wrapper each': {
    html: '<div><div class="w"><button id="it">Save</button></div><div class="w"><button>Print</button></div></div>',
    name: 'Save',
  },
  'a field of a form made of divs': {
    html: '<form><div class="w"><label for="it">Party</label><input id="it"></div><div class="w"><label for="b">Contact</label><input id="b"></div></form>',
    name: 'Party',
  },
  'a field of a form laid out by a table': {
    html: '<table><tr><td><label for="it">Party:</label></td><td><input id="it"></td></tr><tr><td><label for="b">Contact:</label></td><td><input id="b"></td></tr></table>',
    name: 'Party:',
  },
  'a button of a form laid out by a table': {
    html: '<table><tr><td><label for="p">Party:</label></td><td><input id="p"></td></tr><tr><td colspan="2"><button id="it">Quote</button></td></tr></table>',
    name: 'Quote',
  },
  'a button in a table with captions of its lines': {
    html: '<table><tr><th>Party</th><td><label>P <input></label></td></tr><tr><th>Deed</th><td><button id="it">Quote</button></td></tr></table>',
    name: 'Quote',
  },
  'a button in a table that says that it presents': {
    html: '<table role="presentation"><tr><td><button id="it">Quote</button></td></tr></table>',
    name: 'Quote',
  },
  'a cell of a table with headings': { html: '<table><tr><th>Party<th>Tag<tr><td>x<td><button id="it">gift</button></table>' },
  'a cell of a table without headings whose rows are alike': {
    html: '<table><tr><td>Kroger<td><button>gift</button><tr><td>Publix<td><button id="it">medical</button></table>',
  },
  'a cell of an editable table with headings': {
    html: '<table><tr><th>Party<th>Count<tr><td><button id="it">Kroger</button><td><label>Count <input></label></table>',
  },

  // Numbers of every script
  ...Object.fromEntries(
    [
      'فاتورة ٤٥٦٧٨٩',
      'बीजक ४५६',
      'ใบแจ้งหนี้ ๔๕๖',
      '注文 １２３',
      '2026年3月',
      '三月',
      '十五万元',
      '١٢ مارس',
      '12 मार्च',
      'Ⅷ. ⅨⅩ',
      '₹ 5',
      '5 €',
    ].map((text) => [`"${text}"`, { html: `<button id="it">${text}</button>` }]),
  ),
};

const open = useBrowser();
let names: Record<string, Control>;

beforeAll(async () => {
  const page = await open('orders');
  names = await page.evaluate(async (cases) => {
    const find = (root: Document | ShadowRoot): Element | null => {
      const inside = [...root.querySelectorAll('*')].map(
        (one) =>
          (one.shadowRoot && find(one.shadowRoot)) ||
          ((one as HTMLIFrameElement).contentDocument && find((one as HTMLIFrameElement).contentDocument!)),
      );
      return root.querySelector('#it') ?? inside.find(Boolean) ?? null;
    };
    const named: Record<string, Control> = {};
    for (const [title, { html }] of Object.entries(cases)) {
      document.body.setHTMLUnsafe(html);
      const frames = [...document.querySelectorAll('iframe')];
      await Promise.all(frames.map((one) => new Promise((loaded) => one.addEventListener('load', loaded, { once: true }))));
      named[title] = cairn.nameControl(find(document)!);
    }
    return named;
  }, cases);
});

test.each(Object.entries(cases))('the name of a control: %s', (title, { name, isUnnamed }) => {
  const { role: _role, ...rest } = names[title]!;
  expect(rest).toEqual(isUnnamed ? {} : name === undefined ? { masked: true } : { name });
});
