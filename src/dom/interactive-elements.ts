import { matchesSelector } from './node-getters.ts';

/** What a control is for: pressing, switching, dragging, stepping, choosing, typing on one or many lines, or picking a file. */
type InteractiveKind = 'button' | 'toggle' | 'slider' | 'spinbutton' | 'select' | 'text' | 'editable' | 'file';

/** Roles of controls. https://www.w3.org/TR/wai-aria-1.2/#widget_roles */
const KIND_BY_ROLE: Readonly<Record<string, InteractiveKind>> = {
  button: 'button',
  link: 'button',
  tab: 'button',
  menuitem: 'button',
  option: 'button',
  treeitem: 'button',
  checkbox: 'toggle',
  radio: 'toggle',
  switch: 'toggle',
  menuitemcheckbox: 'toggle',
  menuitemradio: 'toggle',
  slider: 'slider',
  scrollbar: 'slider',
  separator: 'slider',
  spinbutton: 'spinbutton',
  combobox: 'select',
  listbox: 'select',
  textbox: 'editable',
  searchbox: 'editable',
};

const KIND_BY_TAG: Readonly<Record<string, InteractiveKind>> = {
  button: 'button',
  summary: 'button',
  textarea: 'text',
  select: 'select',
  option: 'select',
};

/** Inputs of other types are lines of text. */
const KIND_BY_INPUT_TYPE: Readonly<Record<string, InteractiveKind>> = {
  submit: 'button',
  button: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'toggle',
  radio: 'toggle',
  range: 'slider',
  number: 'spinbutton',
  file: 'file',
};

export const LINKS = 'a[href], area[href]';
const EDITABLE = '[contenteditable]:not([contenteditable=false])';

/** Selects what a person can press, choose or type in, as far as markup tells. */
export const INTERACTIVE_ELEMENTS = [
  LINKS,
  'input',
  ...Object.keys(KIND_BY_TAG),
  // A separator or a scrollbar is a control only where it can be moved, and then it has a value.
  ...Object.keys(KIND_BY_ROLE).map((role) =>
    role === 'separator' || role === 'scrollbar' ? `[role=${role}][aria-valuenow]` : `[role=${role}]`,
  ),
  EDITABLE,
].join(',');

/** Selects the fields that a person types in. */
export const TEXT_FIELDS = `input:not([type=button],[type=submit],[type=checkbox],[type=radio]),textarea,select,${EDITABLE}`;

/** Selects the fields of a search, whose text is not something to be saved. */
export const SEARCH_FIELDS = 'input[type=search], [role=searchbox], [role=search] input';

/** The control closest to where an event happened, on its path from the inside out. */
export const interactiveElementOn = (path: readonly EventTarget[]): Element | undefined =>
  path.find((one): one is Element => (one as Node).nodeType === 1 && matchesSelector(one as Element, INTERACTIVE_ELEMENTS));

/** What kind of control the first word of an element's `role` says it is. */
export function kindByRole(element: Element): InteractiveKind | undefined {
  const role = element.getAttribute('role')?.trim().split(/\s/, 1)[0];
  return role && Object.hasOwn(KIND_BY_ROLE, role) ? KIND_BY_ROLE[role] : undefined;
}

/** What kind of control an element is by its tag, its type, or by being editable; links are not among them. */
export function kindByMarkup(element: Element): InteractiveKind | undefined {
  const tag = element.localName;
  if (tag === 'input') return inputKind(element as HTMLInputElement);
  if ((element as HTMLElement).isContentEditable) return 'editable';
  return Object.hasOwn(KIND_BY_TAG, tag) ? KIND_BY_TAG[tag] : undefined;
}

const inputKind = ({ type }: HTMLInputElement): InteractiveKind =>
  (Object.hasOwn(KIND_BY_INPUT_TYPE, type) ? KIND_BY_INPUT_TYPE[type] : undefined) ?? 'text';
