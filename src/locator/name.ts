import { shadowOf } from '../runtime/shadow-of.ts';
import { tidy } from './words.ts';

const namedByContent =
  /^(button|link|heading|tab|menuitem|menuitemcheckbox|menuitemradio|option|checkbox|radio|switch|treeitem|cell|gridcell|columnheader|rowheader|row|tooltip|label|legend|generic|listitem|status|paragraph)$/;
const silent = /^(script|style|template|noscript|select|textarea|datalist)$/;

/**
 * The accessible name, after "Accessible Name and Description Computation 1.2" without its parts on CSS-generated content. A whole
 * library would be half of what the page script may weigh (docs/decisions/0006-locator-names.md); tests compare with one.
 */
export function nameOf(element: Element, role: string): string {
  return (
    referred(element, 'aria-labelledby') ||
    tidy(element.getAttribute('aria-label')) ||
    native(element) ||
    (namedByContent.test(role) ? contentOf(element) : '') ||
    tidy(element.getAttribute('title')) ||
    tidy(element.getAttribute('placeholder')) ||
    tidy(element.getAttribute('label')) ||
    (element.localName.includes('-') ? contentOf(element) : '')
  );
}

/** Text of the elements an attribute names by id, in the same tree. */
export function referred(element: Element, attribute: string): string {
  const ids = element.getAttribute(attribute);
  if (!ids) return '';
  const tree = element.getRootNode() as Document | ShadowRoot;
  return tidy(
    ids
      .trim()
      .split(/\s+/)
      .map((id) => {
        const named = tree.getElementById?.(id);
        return named ? tidy(named.getAttribute('aria-label')) || contentOf(named) : '';
      })
      .join(' '),
  );
}

function native(element: Element): string {
  const tag = element.localName;
  if (tag === 'input') {
    const type = (element.getAttribute('type') ?? '').toLowerCase();
    if (/^(submit|reset|button)$/.test(type))
      return tidy(element.getAttribute('value')) || (type === 'submit' ? 'Submit' : type === 'reset' ? 'Reset' : '');
    if (type === 'image') return tidy(element.getAttribute('alt')) || tidy(element.getAttribute('value'));
  }
  if (tag === 'img' || tag === 'area') return tidy(element.getAttribute('alt'));
  // The browser walks the whole document for `labels`, so it is asked only where there can be one.
  const around = element.closest('label');
  const labels = element.id ? (element as HTMLInputElement).labels : around && 'labels' in element ? [around] : null;
  if (labels?.length) return tidy([...labels].map((label) => contentOf(label, element)).join(' '));
  if (tag === 'fieldset') return contentOfFirst(element, 'legend');
  if (tag === 'table') return contentOfFirst(element, 'caption');
  if (tag === 'svg') return contentOfFirst(element, 'title');
  return '';
}

function contentOfFirst(element: Element, selector: string): string {
  const first = element.querySelector(`:scope > ${selector}`);
  return first ? contentOf(first) : '';
}

/** The text in an element as it would be read out: hidden parts left out, images by their text alternative, slots by what fills them. */
export function contentOf(element: Element, except?: Element): string {
  return tidy(gather(element, { except, shown: isRendered(element) }, 0));
}

/** Is it drawn? An element of `display: contents` has no box of its own, yet what is in it is drawn. */
export function isRendered(element: Element): boolean {
  return element.checkVisibility?.() !== false || getComputedStyle(element).display === 'contents';
}

interface Reading {
  except: Element | undefined;
  /** Parts that are not drawn are left out, unless the whole is not drawn and is read because something refers to it. */
  shown: boolean;
}

function gather(element: Element, reading: Reading, depth: number): string {
  let said = '';
  const within = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  const shadow = element.hasAttribute('aria-label') ? null : shadowOf(element);
  for (const node of within.length ? within : (shadow ?? element).childNodes) {
    if (said.length > 500) break;
    if (node.nodeType === 3) said += node.nodeValue;
    else if (node.nodeType === 1 && node !== reading.except && depth < 12) said += part(node as Element, reading, depth);
  }
  return said;
}

function part(element: Element, reading: Reading, depth: number): string {
  const tag = element.localName;
  if (silent.test(tag) || element.getAttribute('aria-hidden') === 'true' || (reading.shown && !isRendered(element))) return '';
  if (tag === 'br') return ' ';
  const own = element.getAttribute('aria-label') ?? (tag === 'img' ? element.getAttribute('alt') : null);
  if (own) return ` ${own} `;
  if (tag === 'input') return '';
  if (tag === 'svg') return contentOfFirst(element, 'title') || ' ';
  const said = gather(element, reading, depth + 1);
  return isInline(tag) ? said : ` ${said} `;
}

const isInline = (tag: string): boolean =>
  /^(a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|label|mark|q|s|slot|small|span|strong|sub|sup|time|u|var)$/.test(tag);
