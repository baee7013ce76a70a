const byTag: Record<string, string> = {
  a: 'link',
  area: 'link',
  button: 'button',
  summary: 'button',
  select: 'combobox',
  textarea: 'textbox',
  img: 'img',
  svg: 'img',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  th: 'columnheader',
  td: 'cell',
  tr: 'row',
  option: 'option',
  nav: 'navigation',
  main: 'main',
  aside: 'complementary',
  form: 'form',
  dialog: 'dialog',
  table: 'table',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
  fieldset: 'group',
  header: 'banner',
  footer: 'contentinfo',
  progress: 'progressbar',
  label: 'label',
  legend: 'legend',
  article: 'article',
  section: 'region',
  p: 'paragraph',
  output: 'status',
  iframe: 'frame',
};
const byType: Record<string, string> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
};

/** What the control does decides the role of a custom element: `sl-button` and `ui5-button-v2` are buttons. */
const custom =
  /(?:^|-)(button|btn|tab|link|checkbox|radio|switch|toggle|select|combobox|menuitem|textarea|input|slider|option)(?:-|$)/;
const customRole: Record<string, string> = {
  btn: 'button',
  toggle: 'switch',
  select: 'combobox',
  textarea: 'textbox',
  input: 'textbox',
};

/** The role a control has: the one it was given, else the one its element implies; 'generic' if neither says. */
export function roleOf(element: Element): string {
  const given = element.getAttribute('role')?.trim().split(/\s+/, 1)[0]?.toLowerCase();
  if (given && given !== 'presentation' && given !== 'none') return given;
  const tag = element.localName;
  if (tag === 'input') {
    const type = (element.getAttribute('type') ?? 'text').toLowerCase();
    return byType[type] ?? (element.hasAttribute('list') ? 'combobox' : 'textbox');
  }
  if (tag === 'select' && (element.hasAttribute('multiple') || Number(element.getAttribute('size')) > 1)) return 'listbox';
  if (tag === 'a' && !element.hasAttribute('href')) return element.hasAttribute('onclick') ? 'link' : 'generic';
  const known = Object.hasOwn(byTag, tag) ? byTag[tag] : undefined;
  if (known) return known;
  const part = tag.includes('-') ? custom.exec(tag)?.[1] : undefined;
  return part ? (customRole[part] ?? part) : element.hasAttribute('contenteditable') ? 'textbox' : 'generic';
}
