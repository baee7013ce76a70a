import { getOrInsert } from '../../runtime/get-or-insert.ts';

/** Elements that have another name than their role; `roleOfTag` adds what it finds out. */
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
    fieldset: 'group',
    article: 'article',
    menu: 'list',
    ul: 'list',
    ol: 'list',
  }),
);
/** Inputs whose type has another name than their role. */
const ROLES_BY_INPUT_TYPE: Record<string, string> = {
  submit: 'button',
  reset: 'button',
  image: 'button',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
};

/** The role of a custom element follows from its name: `sl-button` and `ui5-button-v2` are buttons. */
const ROLES_BY_NAME_PART: Record<string, string> = {
  btn: 'button',
  toggle: 'switch',
  select: 'combobox',
  textarea: 'textbox',
  input: 'textbox',
};

/** The role a control has: the one it was given, else the one its element implies; 'generic' if neither says. */
export function roleOf(element: Element): string {
  // A form may have fields called `getAttribute` and the like, which hide its own.
  const given = Element.prototype.getAttribute.call(element, 'role')?.match(/\S+/)?.[0].toLowerCase();
  if (given && given !== 'presentation' && given !== 'none') return given;
  const role = impliedRole(element);
  return role === 'generic' && Element.prototype.hasAttribute.call(element, 'contenteditable') ? 'textbox' : role;
}

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

/** The role that elements of this name have if nothing else gives them one. Remembered: pages have few tags, and walks ask for every element. */
export const roleOfTag = (tag: string): string =>
  getOrInsert(rolesByTag, tag, () => {
    const parts = tag.split('-').map((part) => ROLES_BY_NAME_PART[part] ?? part);
    // Many elements have the name of their role.
    return /^h[1-6]$/.test(tag) ? 'heading' : (parts.find(isControl) ?? (isLandmark(tag) ? tag : 'generic'));
  });

/** Roles that one version of an app may use where another uses the other. */
const ROLE_FAMILIES = {
  field: 'textbox searchbox spinbutton combobox listbox slider',
  command: 'button link tab option treeitem menuitem menuitemcheckbox menuitemradio',
  toggle: 'checkbox radio switch',
  heading: 'heading columnheader rowheader label legend',
  image: 'img progressbar meter',
  text: 'generic listitem paragraph',
  landmark:
    'navigation main complementary banner contentinfo form search dialog alertdialog menu menubar toolbar tablist tabpanel table grid tree region',
};
type RoleFamily = keyof typeof ROLE_FAMILIES | 'other';
const CONTROL_FAMILIES: ReadonlySet<RoleFamily> = new Set<RoleFamily>(['field', 'command', 'toggle', 'heading', 'image']);

const familyByRole = new Map(
  Object.entries(ROLE_FAMILIES).flatMap(([family, roles]) =>
    roles.split(' ').map((role) => [role, family as RoleFamily] as const),
  ),
);

export const roleFamilyOf = (role: string): RoleFamily => familyByRole.get(role) ?? 'other';

/** Does it take what people type or choose? */
export const isField = (role: string): boolean => roleFamilyOf(role) === 'field';
/** Does it take what people type, choose or switch? */
export const isOperatedField = (role: string): boolean => isField(role) || roleFamilyOf(role) === 'toggle';
/** Is it a control, a heading or an image: something that an anchor may mean? */
export const isControl = (role: string): boolean => CONTROL_FAMILIES.has(roleFamilyOf(role));
/** Is it a control that people press, or enter something in? */
export const isPressed = (role: string): boolean => isOperatedField(role) || roleFamilyOf(role) === 'command';
/** Is it a part of the page with a meaning of its own? */
export const isLandmark = (role: string): boolean => roleFamilyOf(role) === 'landmark';

const GROUP_ROLES = /^(list|group|radiogroup|article|feed|figure|treegrid|row)$/;
/** Is it a part of the page that holds controls: a landmark, or what is grouped together? */
export const isPartOfPage = (role: string): boolean => isLandmark(role) || GROUP_ROLES.test(role);

const ROW_ROLES = /^(row|listitem|option|treeitem|article)$/;
/** Is it one of many that are alike, each about something else? */
export const isRow = (role: string): boolean => ROW_ROLES.test(role);
