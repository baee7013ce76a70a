import type { Page } from 'playwright-core';
import type { ExpectedStep, SampleAct } from '../sample-act.ts';

/** Modules of the library and what is made of them: `show` puts controls on the page, `people` are the entries of a list. */
type Row = [
  name: string,
  modules: string,
  script: string,
  perform: (page: Page) => Promise<unknown>,
  steps: ExpectedStep[],
  ...values: string[],
];

const PATH = '/orders/controls.html';

/** A page with controls of OpenUI5, as the library draws them. */
function pageWith(modules: string, script: string): string {
  const paths = `sap/m/Label sap/ui/core/Item ${modules}`.trim().split(/\s+/);
  const names = paths.map((path) => path.split('/').at(-1));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>New order</title><script>
function start() {
  sap.ui.require(${JSON.stringify(paths)}, (${names.join(',')}) => {
    const people = () => ["Ada Lovelace", "Grace Hopper", "Mary Jackson"].map((text) => new Item({ key: text, text }));
    const states = () => ["Draft", "Open", "Closed"].map((text) => new Item({ key: text, text }));
    const show = (...controls) => { for (const one of controls) one.placeAt("content"); };
    ${script}
  });
}
</script><script id="sap-ui-bootstrap" src="/resources/sap-ui-core.js" data-sap-ui-theme="sap_horizon" data-sap-ui-compatVersion="edge"
data-sap-ui-async="true" data-sap-ui-oninit="start"></script></head><body class="sapUiBody sapUiSizeCompact"><h1>New order</h1><div id="content"></div></body></html>`;
}

const labelled = (text: string, id: string) => `new Label({ text: "${text}", labelFor: "${id}" })`;
const comboBox = `show(${labelled('Customer', 'customer')}, new ComboBox({ id: "customer", items: people() }))`;
const select = `show(${labelled('Status', 'status')}, new Select({ id: "status", items: states() }))`;
const datePicker = `show(${labelled('Start', 'start')}, new DatePicker({ id: "start", displayFormat: "yyyy-MM-dd", valueFormat: "yyyy-MM-dd", value: "2031-05-05" }))`;
const option = (page: Page, name: string) => page.getByRole('option', { name }).click();
const day = (page: Page, of: string) => page.locator(`.sapUiCalItem[data-sap-day$="${of}"]`).first().click();
const type = async (page: Page, on: string, text: string) => {
  await page.click(on);
  await page.keyboard.type(text);
};
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

const choices: Row[] = [
  [
    'UI5: a combo box by its arrow',
    'sap/m/ComboBox',
    comboBox,
    async (page) => {
      await page.click('#customer-arrow');
      await option(page, 'Grace Hopper');
    },
    [{ kind: 'choose', on: 'customer-inner' }],
    'Hopper',
  ],
  [
    'UI5: a combo box, typing and then an entry',
    'sap/m/ComboBox',
    comboBox,
    async (page) => {
      await type(page, '#customer-inner', 'Gra');
      await option(page, 'Grace Hopper');
    },
    [{ kind: 'choose', on: 'customer-inner' }],
    'Hopper',
  ],
  [
    'UI5: a combo box by keys',
    'sap/m/ComboBox',
    comboBox,
    async (page) => {
      await page.focus('#customer-inner');
      await press(page, 'F4', 'ArrowDown', 'ArrowDown', 'Enter');
    },
    [{ kind: 'choose', on: 'customer-inner' }],
    'Hopper',
    'Lovelace',
  ],
  [
    'UI5: a select',
    'sap/m/Select',
    select,
    async (page) => {
      await page.click('#status');
      await option(page, 'Closed');
    },
    [{ kind: 'choose', on: 'status' }],
  ],
  [
    'UI5: a select by keys',
    'sap/m/Select',
    select,
    async (page) => {
      await page.focus('#status-hiddenSelect');
      await press(page, 'F4', 'ArrowDown', 'Enter');
    },
    [{ kind: 'choose', on: 'status-hiddenSelect' }],
  ],
  [
    'UI5: a multi combo box, two entries',
    'sap/m/MultiComboBox',
    `show(${labelled('Watchers', 'watchers')}, new MultiComboBox({ id: "watchers", items: people() }))`,
    async (page) => {
      for (const name of ['Ada Lovelace', 'Mary Jackson']) {
        await page.click('#watchers-arrow'); // a press on an entry closes the list
        await option(page, name);
      }
    },
    [{ kind: 'choose', on: 'watchers-inner' }],
    'Lovelace',
    'Jackson',
  ],
  [
    'UI5: an input with suggestions',
    'sap/m/Input',
    `show(${labelled('Supplier', 'supplier')}, new Input({ id: "supplier", showSuggestion: true, suggestionItems: people() }))`,
    async (page) => {
      await type(page, '#supplier-inner', 'Gra');
      await option(page, 'Grace Hopper');
    },
    [{ kind: 'choose', on: 'supplier-inner' }],
    'Hopper',
  ],
  [
    'UI5: a date picker, a day',
    'sap/m/DatePicker',
    datePicker,
    async (page) => {
      await page.click('#start-icon');
      await day(page, '15');
    },
    [{ kind: 'choose', on: 'start-inner' }],
    '2031-05',
    '203105',
  ],
  [
    'UI5: a date picker, a day of the next month',
    'sap/m/DatePicker',
    datePicker,
    async (page) => {
      await page.click('#start-icon');
      await page.click('#start-cal--Head-next');
      await day(page, '0615');
    },
    [{ kind: 'choose', on: 'start-inner' }],
    '2031-06',
    '203106',
  ],
  [
    'UI5: a date picker, typed',
    'sap/m/DatePicker',
    datePicker,
    async (page) => {
      await page.click('#start-inner', { clickCount: 3 });
      await page.keyboard.type('2031-07-01');
      await press(page, 'Tab');
    },
    [{ kind: 'input', on: 'start-inner' }],
    '2031-07',
  ],
  [
    'UI5: a range of dates',
    'sap/m/DateRangeSelection',
    `show(${labelled('Period', 'period')}, new DateRangeSelection({ id: "period", displayFormat: "yyyy-MM-dd", dateValue: new Date(2031, 4, 5), secondDateValue: new Date(2031, 4, 6) }))`,
    async (page) => {
      await page.click('#period-icon');
      await day(page, '0512');
      await day(page, '0520');
    },
    [{ kind: 'choose', on: 'period-inner' }],
    '2031-05',
    '203105',
  ],
  [
    'UI5: a segmented button',
    'sap/m/SegmentedButton sap/m/SegmentedButtonItem',
    'show(new SegmentedButton({ id: "view", items: ["List", "Chart"].map((text) => new SegmentedButtonItem({ id: text, text })) }))',
    (page) => page.click('[role=option] >> text=Chart'),
    [{ kind: 'choose', on: 'view' }],
  ],
];

const states: Row[] = [
  [
    'UI5: a check box',
    'sap/m/CheckBox',
    'show(new CheckBox({ id: "urgent", text: "Urgent" }))',
    (page) => page.click('#urgent'),
    [{ kind: 'check', on: 'urgent', state: 'on' }],
  ],
  [
    'UI5: a check box by its label',
    'sap/m/CheckBox',
    'show(new CheckBox({ id: "urgent", text: "Urgent", selected: true }))',
    (page) => page.click('#urgent-label'),
    [{ kind: 'check', on: 'urgent', state: 'off' }],
  ],
  [
    'UI5: a switch',
    'sap/m/Switch',
    `show(${labelled('Notify', 'notify')}, new Switch({ id: "notify" }))`,
    (page) => page.click('#notify'),
    [{ kind: 'check', on: 'notify', state: 'on' }],
  ],
  [
    'UI5: a switch by the space bar',
    'sap/m/Switch',
    `show(${labelled('Notify', 'notify')}, new Switch({ id: "notify", state: true }))`,
    async (page) => {
      await page.focus('#notify');
      await press(page, 'Space');
    },
    [{ kind: 'check', on: 'notify', state: 'off' }],
  ],
  [
    'UI5: radio buttons',
    'sap/m/RadioButton',
    'show(...["small", "large"].map((id) => new RadioButton({ id, text: id, groupName: "size" })))',
    (page) => page.click('#large'),
    [{ kind: 'radio', on: 'large' }],
  ],
  [
    'UI5: a slider by keys',
    'sap/m/Slider',
    `show(${labelled('Volume', 'volume')}, new Slider({ id: "volume", value: 20, width: "300px" }))`,
    async (page) => {
      await page.focus('#volume-handle');
      await press(page, 'ArrowRight', 'ArrowRight');
    },
    [{ kind: 'input', on: 'volume-handle' }],
  ],
  [
    'UI5: a slider by the pointer',
    'sap/m/Slider',
    `show(${labelled('Volume', 'volume')}, new Slider({ id: "volume", value: 20, width: "300px" }))`,
    async (page) => {
      const { x, y, width, height } = (await page.locator('#volume-handle').boundingBox())!;
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + 90, y + height / 2, { steps: 5 });
      await page.mouse.up();
    },
    [{ kind: 'input', on: 'volume-handle' }],
  ],
  [
    'UI5: a slider by a press on its track',
    'sap/m/Slider',
    `show(${labelled('Volume', 'volume')}, new Slider({ id: "volume", value: 20, width: "300px" }))`,
    (page) => page.click('#volume-inner', { position: { x: 200, y: 1 } }),
    [{ kind: 'input', on: 'volume-handle' }],
  ],
  [
    'UI5: a rating',
    'sap/m/RatingIndicator',
    `show(${labelled('Rating', 'rating')}, new RatingIndicator({ id: "rating", value: 1 }))`,
    (page) => page.click('#rating'),
    [{ kind: 'input', on: 'rating' }],
  ],
  [
    'UI5: a row of a table that is ticked',
    'sap/m/Table sap/m/Column sap/m/ColumnListItem sap/m/Text',
    `show(new Table({ mode: "MultiSelect", columns: [new Column({ header: new Text({ text: "Customer" }) })], items: people().map((one, at) => new ColumnListItem({ id: "row" + at, cells: [new Text({ text: one.getText() })] })) }))`,
    (page) => page.click('#row1-selectMulti'),
    [{ kind: 'check', on: 'row1-selectMulti', state: 'on' }],
    'Hopper',
  ],
];

const fields: Row[] = [
  [
    'UI5: an input',
    'sap/m/Input',
    `show(${labelled('Subject', 'subject')}, new Input({ id: "subject" }))`,
    async (page) => {
      await type(page, '#subject-inner', 'Kowalski');
      await press(page, 'Tab');
    },
    [{ kind: 'input', on: 'subject-inner' }],
    'Kowalski',
  ],
  [
    'UI5: a text area',
    'sap/m/TextArea',
    `show(${labelled('Remarks', 'remarks')}, new TextArea({ id: "remarks" }))`,
    async (page) => {
      await type(page, '#remarks-inner', 'Kowalski');
      await press(page, 'Enter');
      await page.keyboard.type('Meyer');
    },
    [{ kind: 'input', on: 'remarks-inner' }],
    'Kowalski',
    'Meyer',
  ],
  [
    'UI5: a field that takes only what fits its mask',
    'sap/m/MaskInput',
    `show(${labelled('Account', 'account')}, new MaskInput({ id: "account", mask: "9999-9999", placeholderSymbol: "_" }))`,
    async (page) => {
      await type(page, '#account-inner', '47114712');
      await press(page, 'Tab');
    },
    [{ kind: 'input', on: 'account-inner' }],
    '4711',
  ],
  [
    'UI5: a number by arrow keys',
    'sap/m/StepInput',
    `show(${labelled('Amount', 'amount')}, new StepInput({ id: "amount", value: 3 }))`,
    async (page) => {
      await page.focus('#amount-input-inner');
      await press(page, 'ArrowUp', 'ArrowUp', 'Tab');
    },
    [{ kind: 'input', on: 'amount-input-inner' }],
  ],
  [
    'UI5: Enter in a search field',
    'sap/m/SearchField',
    'show(new SearchField({ id: "find", placeholder: "Find orders", search() { document.querySelector("h1").textContent = "Found"; } }))',
    async (page) => {
      await type(page, '#find-I', 'Kowalski');
      await press(page, 'Enter');
    },
    [
      { kind: 'input', on: 'find-I' },
      { kind: 'press-key', on: 'find-I' },
    ],
    'Kowalski',
  ],
  [
    'UI5: a search field by its button',
    'sap/m/SearchField',
    'show(new SearchField({ id: "find", placeholder: "Find orders", search() { document.querySelector("h1").textContent = "Found"; } }))',
    async (page) => {
      await type(page, '#find-I', 'Kowalski');
      await page.click('#find-search');
    },
    [
      { kind: 'input', on: 'find-I' },
      { kind: 'click', on: 'find-search' },
    ],
    'Kowalski',
  ],
];

const commands: Row[] = [
  [
    'UI5: a button',
    'sap/m/Button',
    'show(new Button({ id: "save", text: "Save" }), new Button({ text: "Close" }))',
    (page) => page.click('#save'),
    [{ kind: 'click', on: 'save' }],
  ],
  [
    'UI5: a toggle button',
    'sap/m/ToggleButton',
    'show(new ToggleButton({ id: "pin", text: "Pin" }))',
    (page) => page.click('#pin'),
    [{ kind: 'click', on: 'pin' }],
  ],
  [
    'UI5: a link',
    'sap/m/Link',
    'show(new Link({ id: "help", text: "Help", press() {} }))',
    (page) => page.click('#help'),
    [{ kind: 'click', on: 'help' }],
  ],
  [
    'UI5: a menu button and an entry',
    'sap/m/MenuButton sap/m/Menu sap/m/MenuItem',
    'show(new MenuButton({ id: "actions", text: "Actions", menu: new Menu({ items: ["Copy", "Archive"].map((text) => new MenuItem({ id: text.toLowerCase(), text })) }) }))',
    async (page) => {
      await page.click('#actions-internalBtn');
      await page.getByRole('menuitem', { name: 'Copy' }).click();
    },
    [
      { kind: 'click', on: 'actions-internalBtn' },
      { kind: 'click', on: 'copy-unifiedmenu' },
    ],
  ],
  [
    'UI5: a dialog with a field',
    'sap/m/Button sap/m/Dialog sap/m/Input',
    `const dialog = new Dialog({ id: "dialog", title: "New customer", content: [${labelled('Name', 'name')}, new Input({ id: "name" })], beginButton: new Button({ id: "create", text: "Create", press: () => dialog.close() }) });
    show(new Button({ id: "open", text: "New customer", press: () => dialog.open() }))`,
    async (page) => {
      await page.click('#open');
      await type(page, '#name-inner', 'Kowalski');
      await page.click('#create');
    },
    [
      { kind: 'click', on: 'open' },
      { kind: 'input', on: 'name-inner' },
      { kind: 'click', on: 'create' },
    ],
    'Kowalski',
  ],
  [
    'UI5: an action sheet',
    'sap/m/Button sap/m/ActionSheet',
    `const sheet = new ActionSheet({ buttons: ["Accept", "Reject"].map((text) => new Button({ id: text.toLowerCase(), text })) });
    show(new Button({ id: "decide", text: "Decide", press: (event) => sheet.openBy(event.getSource()) }))`,
    async (page) => {
      await page.click('#decide');
      await page.click('#accept');
    },
    [
      { kind: 'click', on: 'decide' },
      { kind: 'click', on: 'accept' },
    ],
  ],
  [
    'UI5: a tab',
    'sap/m/IconTabBar sap/m/IconTabFilter sap/m/Text',
    'show(new IconTabBar({ items: ["Details", "History"].map((text) => new IconTabFilter({ id: text.toLowerCase(), text, content: [new Text({ text })] })) }))',
    (page) => page.click('#history'),
    [{ kind: 'click', on: 'history' }],
  ],
  [
    'UI5: a panel that opens',
    'sap/m/Panel sap/m/Text',
    'show(new Panel({ id: "more", headerText: "More", expandable: true, content: [new Text({ text: "More of it" })] }))',
    (page) => page.click('#more [role=button]'),
    [{ kind: 'click', on: 'more-header' }],
  ],
  [
    'UI5: an entry of a list that leads on',
    'sap/m/List sap/m/StandardListItem',
    'show(new List({ headerText: "Customers", items: people().map((one, at) => new StandardListItem({ id: "entry" + at, title: one.getText(), type: "Navigation" })) }))',
    (page) => page.click('#entry1'),
    [{ kind: 'click', on: 'entry1' }],
    'Hopper',
  ],
  [
    'UI5: deleting from a list',
    'sap/m/List sap/m/StandardListItem',
    'show(new List({ headerText: "Customers", mode: "Delete", items: people().map((one, at) => new StandardListItem({ id: "entry" + at, title: one.getText() })) }))',
    (page) => page.click('#entry1-imgDel'),
    [{ kind: 'click', on: 'entry1-imgDel' }],
    'Hopper',
  ],
];

export const ui5Controls: readonly SampleAct[] = [...choices, ...states, ...fields, ...commands].map(
  ([name, modules, script, perform, steps, ...values]) => ({
    name,
    pages: { [PATH]: pageWith(modules, script) },
    ready: '#content > *',
    perform: async (page) => void (await perform(page)),
    steps,
    values,
  }),
);
