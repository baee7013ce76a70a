/** Ways in which a page shows a text on a control, `data-it`, as HTML. */
export interface Widget {
  control: (text: string) => string;
  /** A field that holds the text, where the control only repeats it. It may stand in another tree than the control. */
  field?: (text: string) => string;
}

const row = (text: string, it = '') => `<div class="r"><div${it} tabindex="0">${text}</div><div>paid</div></div>`;
const hidden = 'style="position:absolute;width:1px;height:1px;overflow:hidden"';

/** The text is the page's own, and it is for the words in it to be known. */
export const TEXT_WIDGETS: Readonly<Record<string, Widget>> = {
  button: { control: (text) => `<button data-it>${text}</button>` },
  link: { control: (text) => `<a data-it href="/x">${text}</a>` },
  'div as a button': { control: (text) => `<div data-it role="button" tabindex="0">${text}</div>` },
  tab: { control: (text) => `<div role="tablist"><div data-it role="tab">${text}</div></div>` },
  'menu item': { control: (text) => `<div role="menu"><div data-it role="menuitem">${text}</div></div>` },
  'menu button': { control: (text) => `<button data-it aria-haspopup="menu">${text}</button>` },
  chip: { control: (text) => `<span class="chip">x<button data-it aria-label="${text}">x</button></span>` },
  'aria-label': { control: (text) => `<button data-it aria-label="${text}">x</button>` },
  'aria-labelledby': { control: (text) => `<i id="w">${text}</i><button data-it aria-labelledby="w">x</button>` },
  title: { control: (text) => `<div data-it role="button" title="${text}"></div>` },
  alt: { control: (text) => `<button data-it><img alt="${text}"></button>` },
  placeholder: { control: (text) => `<input data-it placeholder="${text}">` },
  'title of an SVG': { control: (text) => `<button data-it><svg role="img"><title>${text}</title></svg></button>` },
  'SVG image': { control: (text) => `<svg data-it role="img"><title>${text}</title></svg>` },
  'visually hidden text': { control: (text) => `<button data-it>x<span ${hidden}>${text}</span></button>` },
  heading: { control: (text) => `<h2 data-it>${text}</h2>` },
  'label of a checkbox': { control: (text) => `<label><input data-it type="checkbox"> ${text}</label>` },
  'label of a field': { control: (text) => `<label for="f">${text}</label><input data-it id="f">` },
  summary: { control: (text) => `<details><summary data-it>${text}</summary></details>` },
  'value of a button': { control: (text) => `<input data-it type="button" value="${text}">` },
  'custom element': { control: (text) => `<x-button data-it>${text}</x-button>` },
  breadcrumb: { control: (text) => `<nav><ol><li><a data-it href="/x">${text}</a></li></ol></nav>` },
};

/** The text is data by where it stands, whatever its words are. */
export const RECORD_WIDGETS: Readonly<Record<string, Widget>> = {
  'tree item': { control: (text) => `<div role="tree"><div data-it role="treeitem">${text}</div></div>` },
  option: { control: (text) => `<div role="listbox"><div data-it role="option">${text}</div></div>` },
  'list item': { control: (text) => `<ul><li><button data-it>${text}</button></li></ul>` },
  'grid cell': {
    control: (text) => `<div role="grid"><div role="row"><div role="gridcell"><a data-it href="/x">${text}</a></div></div></div>`,
  },
  'table cell': {
    control: (text) =>
      `<table><tr><th>Name</th><th>Deed</th></tr><tr><td>x</td><td><button data-it>${text}</button></td></tr></table>`,
  },
  'row of divs': { control: (text) => `<div>${row('Kroger')}${row(text, ' data-it')}${row('Publix')}</div>` },
  'row of divs, marked': {
    control: (text) => `<div>${row('Kroger')}${row(text, ' data-it').replace('"r"', '"r on"')}</div>`,
  },
  card: {
    control: (text) =>
      `<div class="c"><h3>x</h3><button>Kroger</button></div><div class="c"><h3>y</h3><button data-it>${text}</button></div>`,
  },
};

/** The text was typed or chosen: it is never told, whatever its words are. */
export const VALUE_WIDGETS: Readonly<Record<string, Widget>> = {
  'list box button': { control: (text) => `<button data-it aria-haspopup="listbox">${text}</button>` },
  'tree button': { control: (text) => `<button data-it aria-haspopup="tree">${text}</button>` },
  'list box button with its label': {
    control: (text) =>
      `<i id="l">Reason</i><button data-it id="b" aria-labelledby="l b" aria-haspopup="listbox" title="${text}">${text}</button>`,
  },
  'dialog button with its label': {
    control: (text) => `<label for="b">Start</label><button data-it id="b" aria-haspopup="dialog">${text}</button>`,
  },
  'combobox button': { control: (text) => `<button data-it role="combobox">${text}</button>` },
  'combobox of a library': { control: (text) => `<x-select data-it>${text}</x-select>` },
  'custom text field': { control: (text) => `<x-field data-it role="textbox">${text}</x-field>` },
  'custom editor': { control: (text) => `<x-note data-it role="button" contenteditable>${text}</x-note>` },
  'editable part of a button': { control: (text) => `<button data-it>Rename <b contenteditable>${text}</b></button>` },
  'mention in an editor': {
    control: (text) => `<div contenteditable><button data-it contenteditable="false">${text}</button></div>`,
  },
  'result in a button': { control: (text) => `<button data-it>Total <output>${text}</output></button>` },
  'reference to an editor': {
    control: (text) => `<b id="e" contenteditable>${text}</b><button data-it aria-labelledby="e"></button>`,
  },
  'value of a slider': { control: (text) => `<div data-it role="slider" aria-valuetext="${text}">${text}</div>` },
  'search for': {
    field: (text) => `<input value="${text}">`,
    control: (text) => `<button data-it>Search for “${text}”</button>`,
  },
  'create what was typed': {
    field: (text) => `<input value="${text}">`,
    control: (text) => `<button data-it>Create “${text}”</button>`,
  },
  'remove a chip': {
    field: (text) => `<textarea>${text}</textarea>`,
    control: (text) => `<button data-it aria-label="Remove ${text}">x</button>`,
  },
  'heading of results': {
    field: (text) => `<div contenteditable>${text}</div>`,
    control: (text) => `<h2 data-it>Results for ${text}</h2>`,
  },
  'tab of what is edited': {
    field: (text) => `<input value="${text}">`,
    control: (text) => `<div role="tab" data-it>${text.toUpperCase()}</div>`,
  },
  'chosen option': {
    field: (text) => `<select><option>x</option><option selected>${text}</option></select>`,
    control: (text) => `<button data-it>Apply to ${text}</button>`,
  },
  'selected option': {
    field: (text) => `<div role="listbox"><div role="option" aria-selected="true">${text}</div></div>`,
    control: (text) => `<button data-it aria-haspopup="menu">${text}</button>`,
  },
};
