import { ARIA_ROLES } from '../model/entry/aria-roles.ts';
import { nearestWord } from '../model/text/nearest-word.ts';

/**
 * What accessibility inspectors and HTML call a control, by the role under which Cairn knows it. The inspectors of Chromium, Firefox, Safari
 * and Windows show names of their platform in place of some ARIA roles.
 */
const OTHER_NAMES: Record<string, string> = {
  button:
    'push button, pushbutton, toggle button, togglebutton, button menu, buttonmenu, pop up button, split button, disclosure triangle, disclosure triangle grouped, summary, submit, reset',
  link: 'hyperlink, anchor, a, href, static link, doc back link',
  textbox:
    'date, date time, date time local, local date time, date editor, dateeditor, input time, time editor, color well, color, input, entry, edit, text field, text area, password text, password, email, tel, url, editable text, file, input file',
  searchbox: 'search field, search text field, search box',
  combobox:
    'select, combo box, combo box select, combo box menu button, combo box grouping, text field with combo box, editcombobox, edit combo box, combobox list, menu list, menulist, dropdown, drop down, drop down list, pop up menu',
  listbox: 'list box, select list',
  option: 'list box option, menu list option, combobox option, combo box option, list item option',
  checkbox: 'check box, check button, checkbutton, tick box',
  radio: 'radio button, radiobutton, option button',
  switch: 'toggle, toggle switch, on off',
  spinbutton: 'spin button, spinner, number, incrementor, stepper, number field',
  slider: 'range, track bar',
  tab: 'page tab, pagetab, tab item, tab button',
  tablist: 'page tab list, pagetablist, tab list, tab control, tab group',
  tabpanel: 'property page, propertypage, tab panel',
  menuitem: 'menu item, parent menuitem, parent menu item',
  menuitemcheckbox: 'check menu item, menu item check box',
  menuitemradio: 'radio menu item, menu item radio',
  menu: 'menu popup, menupopup, popup menu',
  menubar: 'menu bar',
  tree: 'outline, tree view, tree control',
  treeitem: 'outline item, outlineitem, tree item, outline row',
  treegrid: 'tree grid, tree table',
  img: 'image, graphic, picture, svg root, svg, icon',
  heading: 'h1, h2, h3, h4, h5, h6, header, title',
  progressbar: 'progress indicator, progress bar, progress, busy indicator',
  status: 'status bar, statusbar, output',
  dialog: 'modal, window, web dialog, application dialog',
  alertdialog: 'alert dialog, application alert dialog',
  navigation: 'nav, landmark navigation',
  complementary: 'aside',
  contentinfo: 'footer, content info',
  columnheader: 'column header, th, sort button',
  rowheader: 'row header',
  row: 'table row, tr, layout table row',
  cell: 'table cell, td, layout table cell, data item',
  gridcell: 'grid cell',
  listitem: 'list item, li',
  list: 'directory, ul, ol, description list',
  table: 'layout table',
  grid: 'data grid',
  region: 'section',
  paragraph: 'p, static text, label text, text leaf',
};

/** Without case, spaces and hyphens, and without the prefix of macOS. */
const normalized = (role: string): string =>
  role
    .replace(/^AX(?=[A-Z])/, '')
    .replace(/[\s_-]+/g, '')
    .toLowerCase();

const meantByName = new Map(
  Object.entries(OTHER_NAMES).flatMap(([role, names]) =>
    names
      .split(', ')
      .map((name) => [normalized(name), role] as const)
      .filter(([name]) => name !== role),
  ),
);

/** Roles that name no control, although ARIA has them. */
const UNLOCATABLE = new Set(['none', 'presentation']);

/** Is it a role under which Cairn finds a control? A name from an inspector that another role is meant by is none. */
export const isLocatableRole = (role: string): boolean =>
  ARIA_ROLES.has(role) && !UNLOCATABLE.has(role) && !meantByName.has(role);

/** The role that was probably meant by a word that is none: an inspector's name for it, another spelling, or a typing error. */
export function meantRole(written: string): string | undefined {
  const name = normalized(written);
  if (isLocatableRole(name)) return name;
  const locatable = [...ARIA_ROLES].filter(isLocatableRole);
  return (
    meantByName.get(name) ?? nearestWord(name, locatable) ?? meantByName.get(nearestWord(name, [...meantByName.keys()]) ?? '')
  );
}
