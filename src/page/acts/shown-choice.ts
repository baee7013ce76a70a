import { fieldOf } from '../../dom/field-of.ts';
import { isElement } from '../../dom/node-getters.ts';
import { isOwnHost, shadowRootOf } from '../../dom/shadow-root-of.ts';
import { roleOf } from '../../locator/page/role.ts';

/** Controls that show all their options at once: what is chosen is marked. */
const SHOWS_OPTIONS = /^(listbox|radiogroup|tree|grid|treegrid|menu|menubar|tablist)$/;
export const CHOSEN =
  '[aria-selected=true],[aria-checked=true],[aria-pressed=true],[aria-current]:not([aria-current=false]),:checked';

/** What opens and closes, and what is only announced: no part of what a control shows. */
const NOT_SHOWN =
  'script,style,template,[hidden],[aria-live],[role=alert],[role=status],[role=log],[role=listbox],[role=menu],[role=tree],[role=grid],[role=dialog],[role=tooltip],dialog,option,datalist';
const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'aria-valuenow', 'value', 'data-value'];

export const showsOptions = (control: Element): boolean => SHOWS_OPTIONS.test(roleOf(control));

/** What a control shows and holds as its choice, to be compared with what it showed before and used for nothing else. */
export function shownChoice(control: Element): string {
  if (control.localName !== 'select' && showsOptions(control))
    return [...control.querySelectorAll(CHOSEN)].map((one) => `${one.id} ${one.textContent}`).join('\n');
  const field = fieldOf(control);
  const values = field.localName === 'select' ? selectedOf(field as HTMLSelectElement) : [textOf(field)];
  const attributes = ATTRIBUTES.map((name) => control.getAttribute(name));
  return [...values, ...attributes, field === control ? '' : visibleTextOf(control)].join('\n');
}

const selectedOf = ({ selectedOptions }: HTMLSelectElement): string[] =>
  [...selectedOptions].map(({ label, value }) => `${value} ${label}`);

/** Of a password, nothing is read. */
function textOf(field: Element): string {
  const { type, value } = field as Partial<HTMLInputElement>;
  if (!field.matches('input,textarea') || type === 'password') return visibleTextOf(field);
  return value ?? '';
}

function visibleTextOf(element: Element): string {
  const children = [...(shadowRootOf(element)?.childNodes ?? []), ...element.childNodes];
  return children
    .map((child) => {
      if (!isElement(child)) return child.nodeType === Node.TEXT_NODE ? child.nodeValue : '';
      return child.matches(NOT_SHOWN) || isOwnHost(child) || !isDrawn(child) ? '' : visibleTextOf(child);
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What has no box of its own draws what is in it. */
const isDrawn = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).display === 'contents';

/** What says whether something is open: the control, or what is drawn in it. */
const expandersOf = (control: Element): Element[] =>
  [control, ...control.querySelectorAll('*'), ...(shadowRootOf(control)?.querySelectorAll('*') ?? [])].filter((one) =>
    one.hasAttribute('aria-expanded'),
  );

/** Whether what a control opens is open; undefined if it does not say. */
export function isOpen(control: Element): boolean | undefined {
  const expanders = expandersOf(control);
  return expanders.length > 0 ? expanders.some((one) => one.getAttribute('aria-expanded') === 'true') : undefined;
}

/** Whether a change of what it shows can be told from its opening: it says what is open, shows its options, or holds its value in a field. */
export const isTransparent = (control: Element): boolean =>
  isOpen(control) !== undefined || showsOptions(control) || fieldOf(control).matches('input,textarea,select');
