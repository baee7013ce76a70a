import { shadowOf } from '../runtime/shadow-of.ts';
import { controlAt } from './control.ts';
import { closed, isRendered, skipped } from './name.ts';
import { impliedRole, isControl, isLandmark, isRow, roleOf } from './role.ts';
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
    hidden: [] as Seen[],
    width: document.defaultView!.innerWidth || 1280,
    language: document.documentElement.lang.toLowerCase(),
    isWide,
    texts: [] as PageModel['texts'],
    roots: new Set<Document | ShadowRoot>(),
    rows: new Map(),
  };
  const { texts } = page;
  const marked = new Set<Element>();
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
    if (skipped.has(tag)) return;
    const isMarked = marked.has(element);
    const role = (isMarked ? roleOf : impliedRole)(element);
    const isMeant =
      tag === 'a' || (isControl(role) && (tag !== 'svg' || element.hasAttribute('role'))) || (isMarked && isUsed(element, role));
    if (isMeant || (isWide && hasWords(element)))
      (isRendered(element) ? met : page.hidden).push(
        controlAt({ element, tag, role, from: texts.length, heading: above, landmark, page }),
      );
    const isPart = isLandmark(role);
    const [before, around] = [above, landmark];
    if (isPart) landmark = role;
    if (heading.test(role) && isRendered(element)) above = element;
    // Frames of other origins give no document.
    const inner = shadowOf(element) ?? (element as HTMLIFrameElement).contentDocument;
    if (inner) open(inner);
    if (!closed.has(tag)) enter(element);
    if (isPart || role === 'article') [above, landmark] = [before, around];
  }

  function open(inner: Document | ShadowRoot): void {
    page.roots.add(inner);
    // Of an element without these its tag says everything, so that nothing else is asked of it.
    for (const one of inner.querySelectorAll('[role],[tabindex],[onclick],[contenteditable]')) marked.add(one);
    enter(inner);
  }

  open(root);
  if (met.length <= small) {
    page.seen = met.filter(isDrawn);
    page.hidden.push(...met.filter((one) => !isDrawn(one)));
  }
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

/** No control by its role, and yet people use it. In a list the arrows go through, only one item at a time has a 0. */
const isUsed = (element: Element, role: string): boolean =>
  element.getAttribute('tabindex') === '0' ||
  (isRow(role) && element.hasAttribute('tabindex')) ||
  element.hasAttribute('onclick') ||
  element.hasAttribute('contenteditable');

const hasWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && speaks.test(node.nodeValue!));
