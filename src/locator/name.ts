import { kept } from '../runtime/kept.ts';
import { shadowOf } from '../runtime/shadow-of.ts';
import { nodesIn } from '../runtime/tree.ts';
import { isField, isLandmark } from './role.ts';
import { tidy } from './words.ts';

/** Roles that are not named by what is in them, beside fields and landmarks. */
const namedOtherwise = /^(img|progressbar|meter|list|group|article)$/;
const namedBy: Record<string, string> = { table: 'caption', svg: 'title' };
/** What nobody reads, and what is read as a whole: what people type or choose is never read. */
export const skipped = new Set('script style template noscript head'.split(' '));
export const closed = new Set('select textarea svg datalist'.split(' '));
const saidByAttribute = /^(img |area |input (submit|reset|button|image))/i;
const inline = /^(inline|contents)$/;

/**
 * The accessible name, after "Accessible Name and Description Computation 1.2" without its parts on CSS-generated content. A whole
 * library would be half of what the page script may weigh (docs/decisions/0006-locator-names.md); tests compare with one.
 *
 * @param labels those of the whole page, where many names are read; else the browser is asked for its own
 */
export function nameOf(element: Element, role: string, labels?: Labels): string {
  const said = (attribute: string) => tidy(element.getAttribute(attribute));
  return (
    referred(element) ||
    said('aria-label') ||
    native(element, said, labels) ||
    ((!(isField(role) || isLandmark(role) || namedOtherwise.test(role)) || element.localName.includes('-')) &&
      contentOf(element)) ||
    said('title') ||
    said('placeholder') ||
    said('label')
  );
}

/** The labels of each field, gathered in one walk. */
export function labelsIn(roots: Iterable<Document | ShadowRoot>): Labels {
  const labels: Labels = new Map();
  for (const root of roots) for (const label of root.querySelectorAll('label')) kept(labels, label.control, () => []).push(label);
  return labels;
}
export type Labels = Map<Element | null, Element[]>;

/** Text of the elements that label it by id, in the same tree. */
function referred(element: Element): string {
  const tree = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  return tidy(
    ids
      .map((id) => {
        const named = tree.getElementById?.(id);
        return named ? tidy(named.getAttribute('aria-label')) || contentOf(named) : '';
      })
      .join(' '),
  );
}

function native(element: Element, said: (attribute: string) => string, known?: Labels): string {
  const tag = element.localName;
  if (saidByAttribute.test(`${tag} ${said('type')}`)) return said('alt') || said('value');
  // The browser walks the whole document for `labels`, so it is asked only where there can be one.
  const labels = known
    ? known.get(element)
    : element.id || element.closest('label')
      ? (element as HTMLInputElement).labels
      : null;
  if (labels?.length) return tidy([...labels].map(contentOf).join(' '));
  return namedBy[tag] ? titleOf(element, namedBy[tag]) : '';
}

function titleOf(element: Element, tag: string): string {
  const first = element.querySelector(`:scope > ${tag}`);
  return first ? contentOf(first) : '';
}

/** The text in an element as it would be read out: hidden parts left out, images by their text alternative, slots by what fills them. */
export const contentOf = (element: Element): string => tidy(gather(element, isRendered(element), 0));

/** Is it drawn? An element of `display: contents` has no box of its own, yet what is in it is drawn. */
export function isRendered(element: Element): boolean {
  return element.checkVisibility() || displayOf(element) === 'contents';
}

const displayOf = (element: Element): string => getComputedStyle(element).display;

/** Parts that are not drawn are left out, unless the whole is not and is read because something refers to it. */
function gather(element: Element, isShown: boolean, depth: number): string {
  let said = '';
  const within = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  const shadow = element.hasAttribute('aria-label') ? null : shadowOf(element);
  for (const node of within.length ? within : nodesIn(shadow ?? element)) {
    if (said.length > 500 || depth > 12) break;
    if (node.nodeType === 3) said += node.nodeValue;
    else if (node.nodeType === 1) said += part(node as Element, isShown, depth);
  }
  return said;
}

function part(element: Element, isShown: boolean, depth: number): string {
  const tag = element.localName;
  if (skipped.has(tag) || element.getAttribute('aria-hidden') === 'true' || (isShown && !isRendered(element))) return '';
  const own = element.getAttribute('aria-label') ?? (tag === 'img' && element.getAttribute('alt'));
  if (own) return ` ${own} `;
  if (closed.has(tag)) return ` ${titleOf(element, 'title')} `;
  const said = gather(element, isShown, depth + 1);
  return inline.test(displayOf(element)) ? said : ` ${said} `;
}
