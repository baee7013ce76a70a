import type { Control, ControlPosition } from '../model/entry/control.ts';
import type { PlainMessageKey, Translate } from './translate.ts';

/** Messages of roles; several roles share one. */
const ROLE_KEYS: Readonly<Record<string, PlainMessageKey>> = {
  button: 'role_button',
  link: 'role_link',
  textbox: 'role_textbox',
  spinbutton: 'role_textbox',
  searchbox: 'role_searchbox',
  checkbox: 'role_checkbox',
  switch: 'role_checkbox',
  radio: 'role_checkbox',
  combobox: 'role_listbox',
  listbox: 'role_listbox',
  option: 'role_listbox',
  tab: 'role_tab',
  menuitem: 'role_menuitem',
  form: 'role_form',
  search: 'role_form',
  dialog: 'role_dialog',
  alertdialog: 'role_dialog',
  navigation: 'role_navigation',
  toolbar: 'role_toolbar',
  menu: 'role_menu',
  menubar: 'role_menu',
  table: 'role_table',
  grid: 'role_table',
  treegrid: 'role_table',
  banner: 'role_banner',
  contentinfo: 'role_contentinfo',
  main: 'role_main',
  list: 'role_listbox',
  tree: 'role_listbox',
  slider: 'role_textbox',
  menuitemcheckbox: 'role_menuitem',
  menuitemradio: 'role_menuitem',
  treeitem: 'role_listbox',
  heading: 'role_heading',
  columnheader: 'role_heading',
  rowheader: 'role_heading',
  legend: 'role_heading',
  img: 'role_image',
  row: 'role_row',
  cell: 'role_cell',
  gridcell: 'role_cell',
  paragraph: 'role_text',
  listitem: 'role_text',
  region: 'role_section',
  group: 'role_section',
  radiogroup: 'role_section',
  article: 'role_section',
  complementary: 'role_section',
};
const CONTAINER_KEY = 'role_section';
const CONTROL_KEY = 'role_control';

/** A control in words, as it is recorded: by its name, or by its position as in "button number 3 of the form “Address”". */
export function controlText({ role, name, position }: Pick<Control, 'role' | 'name' | 'position'>, t: Translate): string {
  const roleText = t(keyOf(role, CONTROL_KEY));
  if (name !== undefined) return t('controlNamed', roleText, name);
  return position ? positionText(roleText, position, t) : roleText;
}

function positionText(roleText: string, { nth, within }: ControlPosition, t: Translate): string {
  const numbered = t('controlNumbered', roleText, String(nth));
  if (!within) return numbered;
  const container = t(keyOf(within.role, CONTAINER_KEY));
  return t('controlWithin', numbered, within.name === undefined ? container : t('controlNamed', container, within.name));
}

const keyOf = (role: string, otherwise: PlainMessageKey): PlainMessageKey =>
  Object.hasOwn(ROLE_KEYS, role) ? ROLE_KEYS[role]! : otherwise;
