import { composedAncestors } from '../../dom/composed-tree.ts';
import { documentOf, readAttribute } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { isField, roleOf } from './role.ts';

/** Fields that a person types in, by markup or by role. */
export const TEXT_ENTRIES = [
  'input:not([type=hidden],[type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  ...['textbox', 'searchbox', 'combobox', 'spinbutton'].map((role) => `[role=${role}]`),
].join(',');

/** Is its content what people write? The page may say so of it, of something around it, or of the whole document. */
export const isEditable = (element: Element): boolean =>
  isEditingHost(element) || (element as HTMLElement).isContentEditable === true || documentOf(element).designMode === 'on';

/** Written as an attribute: an element of SVG or of an unknown namespace has no `isContentEditable`. */
const isEditingHost = (element: Element): boolean => {
  const editable = readAttribute(element, 'contenteditable');
  return editable !== null && !/^(false|inherit)$/i.test(editable);
};

/** Is its content, or a part of it, a value: typed, chosen or computed from that? */
export const holdsValue = (element: Element): boolean =>
  isEditable(element) || element.localName === 'output' || isField(roleOf(element));

/** Does it stand in something that people write in, such as a mention in a message? What is in there is theirs, editable or not. */
export const isInEditor = (element: Element): boolean =>
  isEditable(element) || composedAncestors(element, { closedSlots: true }).some((around) => isEditingHost(around));

/** Is it a custom element that is a field, or is built around one? It may show the value as its own text. */
export const isCustomField = (element: Element, role: string): boolean =>
  element.localName.includes('-') &&
  (isField(role) || [element, shadowRootOf(element)].some((tree) => tree?.querySelector(TEXT_ENTRIES)));
