import { shadowOf } from '../runtime/shadow-of.ts';
import { controlAt } from './control.ts';
import { closed, isRendered, skipped } from './name.ts';
import { isControl, isLandmark, isRow, roleOf } from './role.ts';
import { isDrawn, type PageModel, type Seen } from './seen.ts';

/** Up to so many controls are all compared; a page with more is a long list or a grid. */
export const small = 250;

const heading = /^(heading|legend)$/;
/** Says something: signs nobody sees apart. */
const speaks = /[^\s\u00ad\u200b-\u200f\ue000-\uf8ff\ufeff]/;

/**
 * Everything on a page that an anchor may mean, through shadow roots and frames of the same origin: controls and headings, and in a
 * wide model every element with words of its own.
 */
export function modelOf(root: Document | ShadowRoot, isWide = false): PageModel {
  const document = root.ownerDocument ?? (root as Document);
  const met: Seen[] = [];
  const page = {
    root,
    seen: met,
    width: document.defaultView!.innerWidth || 1280,
    language: document.documentElement.lang.toLowerCase(),
    isWide,
    texts: [] as PageModel['texts'],
    roots: new Set([root]),
    rows: new Map(),
  };
  const { texts } = page;
  let above: Element | undefined;
  let landmark = '';

  function enter(node: Node): void {
    // Several times as fast as going through `childNodes`.
    for (let at = node.firstChild; at; at = at.nextSibling)
      if (at.nodeType === 1) visit(at as Element);
      else if (at.nodeType === 3 && speaks.test(at.nodeValue!)) texts.push({ node: at as Text, at: met.length });
  }

  function visit(element: Element): void {
    const tag = element.localName;
    if (skipped.test(tag)) return;
    const role = roleOf(element);
    const isMeant = (isMeantHere(element, tag, role) || (isWide && hasWords(element))) && isRendered(element);
    const control = isMeant && controlAt({ element, tag, role, from: texts.length, heading: above, landmark, page });
    if (control) met.push(control);
    const outside = { above, landmark };
    if (isLandmark(role)) landmark = role;
    if (heading.test(role) && isRendered(element)) above = element;
    // Frames of other origins give no document.
    const inner = shadowOf(element) ?? (element as HTMLIFrameElement).contentDocument;
    if (inner) {
      page.roots.add(inner);
      enter(inner);
    }
    if (!closed.test(tag)) enter(element);
    if (isLandmark(role) || role === 'article') ({ above, landmark } = outside);
  }

  enter(root);
  if (met.length <= small) page.seen = met.filter(isDrawn);
  page.seen.forEach((one, at) => {
    one.at = at;
  });
  return page;
}

/** The wide model beside a model; made once. */
export function wideOf(model: PageModel): PageModel {
  model.wide ??= modelOf(model.root, true);
  return model.wide;
}

const isMeantHere = (element: Element, tag: string, role: string): boolean =>
  tag === 'a' ||
  (isControl(role) && (tag !== 'svg' || element.hasAttribute('role'))) ||
  // In a list the arrows go through, only one item at a time has a 0.
  (isRow(role) && element.hasAttribute('tabindex')) ||
  element.getAttribute('tabindex') === '0' ||
  element.hasAttribute('onclick') ||
  element.hasAttribute('contenteditable');

const hasWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && speaks.test(node.nodeValue!));
