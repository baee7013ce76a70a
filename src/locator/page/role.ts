import { getOrInsert } from '../../runtime/get-or-insert.ts';

const rolesByTag = new Map(
  Object.entries({
    a: 'link',
    area: 'link',
    summary: 'button',
    svg: 'img',
    th: 'columnheader',
    td: 'cell',
    tr: 'row',
    li: 'listitem',
    dd: 'listitem',
    p: 'paragraph',
    nav: 'navigation',
    aside: 'complementary',
    header: 'banner',
    footer: 'contentinfo',
    section: 'region',
    article: 'article',
    menu: 'list',
  }),
);
/** Of inputs whose type is not called as their role is. */
const ROLES_BY_INPUT_TYPE: Record<string, string> = {
  submit: 'button',
  reset: 'button',
  image: 'button',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
};

/** What the control does decides the role of a custom element: `sl-button` and `ui5-button-v2` are buttons. */
const ROLES_BY_NAME_PART: Record<string, string> = {
  btn: 'button',
  toggle: 'switch',
  select: 'combobox',
  textarea: 'textbox',
  input: 'textbox',
};

/** The role a control has: the one it was given, else the one its element implies; 'generic' if neither says. */
export function roleOf(element: Element): string {
  // A form may have fields of these names.
  const given = Element.prototype.getAttribute.call(element, 'role')?.match(/\S+/)?.[0].toLowerCase();
  if (given && given !== 'presentation' && given !== 'none') return given;
  const role = impliedRole(element);
  return role === 'generic' && element.hasAttribute('contenteditable') ? 'textbox' : role;
}

/** The role its element implies. Few of the tags of a page differ, and walks ask of every element. */
function impliedRole(element: Element): string {
  const tag = `${element.localName}`;
  if (tag === 'input') {
    const type = element.getAttribute('type')?.toLowerCase() ?? '';
    return ROLES_BY_INPUT_TYPE[type] ?? (isControl(type) ? type : element.hasAttribute('list') ? 'combobox' : 'textbox');
  }
  if (tag === 'select' && ((element as HTMLSelectElement).multiple || (element as HTMLSelectElement).size > 1)) return 'listbox';
  if (tag === 'a' && !element.hasAttribute('href') && !element.hasAttribute('onclick')) return 'generic';
  return roleOfTag(tag);
}

/** The role that elements of this name have, if nothing else says. */
export const roleOfTag = (tag: string): string =>
  getOrInsert(rolesByTag, tag, () => {
    const parts = tag.split('-').map((part) => ROLES_BY_NAME_PART[part] ?? part);
    // Many elements are called as their role is.
    return /^h[1-6]$/.test(tag) ? 'heading' : (parts.find(isControl) ?? (isLandmark(tag) ? tag : 'generic'));
  });

/** Roles that one version of an app may use where another uses the other: fields first, then other controls, texts, parts of the page, the rest. */
const ROLE_FAMILIES = [
  'textbox searchbox spinbutton combobox listbox slider',
  'button link tab option treeitem menuitem menuitemcheckbox menuitemradio',
  'checkbox radio switch',
  'heading columnheader rowheader label legend',
  'img progressbar meter',
  'generic listitem paragraph',
  'navigation main complementary banner contentinfo form search dialog alertdialog menu menubar toolbar tablist tabpanel table grid tree region',
];
const familyByRole = new Map(ROLE_FAMILIES.flatMap((roles, kin) => roles.split(' ').map((role) => [role, kin] as const)));

/** The family a role belongs to, by number. */
export const roleFamilyOf = (role: string): number => familyByRole.get(role) ?? 7;

/** Does it take what people type or choose? */
export const isField = (role: string): boolean => roleFamilyOf(role) === 0;
/** Is it of a family of controls or headings? */
export const isControl = (role: string): boolean => roleFamilyOf(role) < 5;
/** A part of the page with a meaning of its own. */
export const isLandmark = (role: string): boolean => roleFamilyOf(role) === 6;

const ROW_ROLES = /^(row|listitem|option|treeitem|article)$/;
/** One of many that are alike, each about something else. */
export const isRow = (role: string): boolean => ROW_ROLES.test(role);
