import { childNodesOf, readAttribute, rootOf } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { isRendered } from '../../dom/visibility.ts';
import { getOrInsert } from '../../runtime/get-or-insert.ts';
import { tidy } from './hash-words.ts';
import { holdsValue, isCustomField, isEditable } from './holds-value.ts';
import { isField, isLandmark } from './role.ts';

/** Besides fields and landmarks, roles that are not named by what is in them. */
const NOT_NAMED_BY_CONTENT = /^(img|progressbar|meter|list|group|article)$/;
/** Elements named by a child of this tag. */
const TITLE_ELEMENTS: Record<string, string> = { table: 'caption', fieldset: 'legend', svg: 'title' };
/** Elements that show nothing. */
export const SKIPPED_TAGS = new Set('script style template noscript head'.split(' '));
/** Elements whose content is never read: what people type or choose stays theirs. */
export const OPAQUE_TAGS = new Set('select textarea svg datalist'.split(' '));
/** What a custom element says about itself, apart from the value that it shows. */
const LABEL_PARTS = 'label, legend, [slot=label]';
/** Tag and type of elements named by `alt` or `value`. */
const NAMED_BY_ATTRIBUTE = /^(img |area |input (submit|reset|button|image))/i;
const INLINE_DISPLAY = /^(inline|contents)$/;
/** A name is cut off at this length and depth, or a row with a thousand cells would be read whole. */
const MAX_CONTENT_LETTERS = 500;
const MAX_CONTENT_DEPTH = 12;

/**
 * The accessible name, after "Accessible Name and Description Computation 1.2" without its parts on CSS-generated content. A library for
 * this would be half of what the page script may weigh (docs/decisions/0008-locator-names.md); tests compare with one. It departs from
 * the computation in one point: the value of a field is never part of a name, be it typed, chosen or written in an editor.
 *
 * @param labels the labels of the whole page (`labelsIn`), where many names are read; without them the browser is asked for each field's
 */
export function nameOf(element: Element, role: string, labels?: FieldLabels): string {
  const attributeOf = (attribute: string) => tidy(element.getAttribute(attribute));
  return (
    referencedName(element) ||
    attributeOf('aria-label') ||
    nativeName(element, attributeOf, labels) ||
    ownContentOf(element, role) ||
    attributeOf('title') ||
    attributeOf('placeholder') ||
    attributeOf('label')
  );
}

/** The part of a name that comes from labels alone, for a control whose content, tooltip or `value` may be what was chosen in it. */
export function labelOf(element: Element): string {
  const attributeOf = (attribute: string) => tidy(element.getAttribute(attribute));
  return (
    referencedName(element, (named) => !element.contains(named)) ||
    attributeOf('aria-label') ||
    tidy([...((element as HTMLInputElement).labels ?? [])].map(contentOf).join(' ')) ||
    attributeOf('placeholder')
  );
}

/** What its content says of a control. */
function ownContentOf(element: Element, role: string): string {
  if (isCustomField(element, role)) return isEditable(element) ? '' : labelPartsOf(element);
  const isNamedByContent = !(isField(role) || isLandmark(role) || NOT_NAMED_BY_CONTENT.test(role));
  return isNamedByContent || element.localName.includes('-') ? contentOf(element) : '';
}

/** The labels inside a custom element: in its shadow root, else among its children. */
function labelPartsOf(element: Element): string {
  const textOf = (tree: Element | ShadowRoot | null) =>
    tidy([...(tree?.querySelectorAll(LABEL_PARTS) ?? [])].map(contentOf).join(' '));
  return textOf(shadowRootOf(element)) || textOf(element);
}

/** The labels of each field, gathered by one query for each tree. */
export function labelsIn(roots: Iterable<Document | ShadowRoot>): FieldLabels {
  const labels: FieldLabels = new Map();
  for (const root of roots)
    for (const label of root.querySelectorAll('label')) getOrInsert(labels, label.control, () => []).push(label);
  return labels;
}
export type FieldLabels = Map<Element | null, Element[]>;

/** Text of the elements that `aria-labelledby` refers to, in the same tree. */
function referencedName(element: Element, isRead: (named: Element) => boolean = () => true): string {
  const tree = rootOf(element);
  const ids = readAttribute(element, 'aria-labelledby')?.split(/\s+/) ?? [];
  return tidy(
    ids
      .map((id) => {
        const named = tree.getElementById?.(id);
        return named && isRead(named) ? tidy(named.getAttribute('aria-label')) || contentOf(named) : '';
      })
      .join(' '),
  );
}

function nativeName(element: Element, attributeOf: (attribute: string) => string, known?: FieldLabels): string {
  const tag = element.localName;
  if (NAMED_BY_ATTRIBUTE.test(`${tag} ${attributeOf('type')}`)) return attributeOf('alt') || attributeOf('value');
  // The browser walks the whole document for `labels`, so it is asked only where there can be one.
  const labels = known
    ? known.get(element)
    : element.id || element.closest('label')
      ? (element as HTMLInputElement).labels
      : null;
  if (labels?.length) return tidy([...labels].map(contentOf).join(' '));
  return TITLE_ELEMENTS[tag] ? titleOf(element, TITLE_ELEMENTS[tag]) : '';
}

function titleOf(element: Element, tag: string): string {
  const first = element.querySelector(`:scope > ${tag}`);
  return first ? contentOf(first) : '';
}

/**
 * The text in an element as it would be read out: hidden parts and values of fields left out, images by their text alternative, slots by
 * what fills them.
 */
export const contentOf = (element: Element): string => (holdsValue(element) ? '' : tidy(textIn(element, isRendered(element), 0)));

const displayOf = (element: Element): string => getComputedStyle(element).display;

/** Parts that are not drawn are left out, unless the whole is not drawn and is read because something refers to it. */
function textIn(element: Element, isShown: boolean, depth: number): string {
  let text = '';
  const assigned = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  const shadow = element.hasAttribute('aria-label') ? null : shadowRootOf(element);
  for (const node of assigned.length ? assigned : childNodesOf(shadow ?? element)) {
    if (text.length > MAX_CONTENT_LETTERS || depth > MAX_CONTENT_DEPTH) break;
    if (node.nodeType === 3) text += node.nodeValue;
    else if (node.nodeType === 1) text += textOfElement(node as Element, isShown, depth);
  }
  return text;
}

function textOfElement(element: Element, isShown: boolean, depth: number): string {
  const tag = element.localName;
  if (SKIPPED_TAGS.has(tag) || element.getAttribute('aria-hidden') === 'true' || (isShown && !isRendered(element))) return '';
  const own = element.getAttribute('aria-label') ?? (tag === 'img' && element.getAttribute('alt'));
  if (own) return ` ${own} `;
  if (holdsValue(element)) return '';
  if (OPAQUE_TAGS.has(tag)) return ` ${titleOf(element, 'title')} `;
  const text = textIn(element, isShown, depth + 1);
  return INLINE_DISPLAY.test(displayOf(element)) ? text : ` ${text} `;
}
