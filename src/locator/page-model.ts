import { mayHost, shadowOf } from '../runtime/shadow-of.ts';
import { outside } from './around.ts';
import { Control } from './control.ts';
import { closed, isRendered, skipped } from './name.ts';
import { impliedRole, isControl, isLandmark, isRow, roleByTag, roleOf } from './role.ts';
import { isDrawn, type Met, type PageModel, type Said, type Stretch } from './seen.ts';
import { tidy } from './words.ts';

/** Up to so many controls are all compared; a page with more is a long list or a grid. */
export const small = 250;
/** Of so many it is asked at once which are drawn; of more, once they are to be compared. */
const few = 2 * small;

const heading = /^(heading|legend)$/;

/** A walk goes through so few nodes as fast as it takes up what was known of them. */
const least = 4;

/** No controls by their tags, and yet there is more to ask. */
const special = /-|article|object|frame/;
/** What a walk asks of the elements of each tag: 0 nothing, nor of what is in them; of boxes for others 1 nothing or 2 their shadow root; 3 all. */
const asks = new Map<string, number>();
function askOf(tag: string): number {
  const role = roleByTag(tag);
  const ask = skipped.has(tag) ? 0 : special.test(tag) || isControl(role) || isLandmark(role) ? 3 : 1 + +mayHost(tag);
  asks.set(tag, ask);
  return ask;
}

/**
 * Everything on a page that an anchor may mean, through shadow roots and frames of the same origin: controls and headings, and in a
 * wide model every element with words of its own.
 *
 * @param before the model as it was before the nodes in `changed` (all targets of mutation records) changed; what they are not in is taken
 * over from it, and it must not be used any more
 */
export function modelOf(
  root: Document | ShadowRoot,
  isWide = false,
  before?: PageModel,
  changed: Iterable<Node> = [],
): PageModel {
  const document = root.ownerDocument ?? (root as Document);
  const all: Met[] = [];
  const page: PageModel = {
    root,
    seen: all,
    all,
    width: document.defaultView!.innerWidth || 1280,
    language: (document.documentElement.lang ?? '').toLowerCase(),
    isWide,
    roots: new Set(before?.roots),
    rows: before?.rows ?? new Map(),
    boxes: new Map(),
    met: [],
    stretches: new Map(),
    shut: new Set(before?.shut),
  };
  const { met, stretches, shut, rows } = page;
  const touched = new Set<Node>();
  const marked = new Set<Element>();
  let above: Element | undefined;
  let landmark = '';

  function take(one: Met | Said | Stretch): void {
    if ('role' in one) {
      one.at = all.length;
      one.from = met.length;
      one.page = page;
      one.read = undefined;
      all.push(one);
    } else if ('size' in one) {
      one.at = met.length;
      stretches.set(one.within, one);
    }
    met.push(one);
  }

  function enter(node: Node): void {
    // Several times as fast as going through `childNodes`.
    for (let at = node.firstChild; at; at = at.nextSibling)
      if (at.nodeType === 1) visit(at as Element);
      else if (at.nodeType === 3) take({ node: at as Text, words: undefined });
  }

  // What has not run some thousand times yet is slow, each word of it. So there are few for boxes, which are most of a page.
  function visit(element: Element): void {
    const tag = `${element.localName}`;
    const ask = asks.get(tag) ?? askOf(tag);
    if (!ask) return;
    const known = before?.stretches.get(element);
    if (known && !touched.has(element) && known.above === above && known.landmark === landmark) {
      // All that was within it is as it was.
      const { at, size } = known;
      for (let i = at - size; i <= at; i++) take(before!.met[i]!);
      above = known.after;
      return;
    }
    const was = above;
    const within = landmark;
    const size = met.length;
    const isMarked = before ? tag === 'form' || element.hasAttributes() : marked.has(element);
    const isApart = (ask > 2 || isMarked || isWide) && meet(element, tag, isMarked);
    // Frames of other origins give no document.
    const inner = ask > 1 && (shadowOf(element) ?? (element as HTMLIFrameElement).contentDocument);
    if (inner) open(inner);
    else if (tag.includes('-')) shut.add(element);
    if (!closed.has(tag)) enter(element);
    if (isApart) {
      above = was;
      landmark = within;
    }
    if (met.length - size > least)
      take({ within: element, at: 0, size: met.length - size, above: was, landmark: within, after: above });
  }

  /** Takes down what an anchor may mean. Answers if headings in it are its own. */
  function meet(element: Element, tag: string, isMarked: boolean): boolean {
    const role = (isMarked ? roleOf : impliedRole)(element);
    if (
      tag === 'a' ||
      (isControl(role) && (tag !== 'svg' || element.hasAttribute('role'))) ||
      (isMarked && isUsed(element, role)) ||
      (isWide && hasWords(element))
    )
      take(new Control(element, tag, role, above, landmark) as unknown as Met);
    const isPart = isLandmark(role);
    if (isPart) landmark = role;
    if (heading.test(role) && isRendered(element)) above = element;
    return isPart || role === 'article';
  }

  function open(inner: Document | ShadowRoot): void {
    page.roots.add(inner);
    // Of an element without these its tag says everything, so that nothing else is asked of it.
    if (!before) for (const one of inner.querySelectorAll('[role],[tabindex],[onclick],[contenteditable]')) marked.add(one);
    enter(inner);
  }

  // An element that became what its name says tells nobody.
  for (const node of [...changed, ...[...shut].filter(shadowOf)])
    for (let at: Node | null | undefined = node; at && !touched.has(at); at = outside(at)) {
      touched.add(at);
      rows.delete(at as Element);
    }
  open(root);
  const drawn = all.length > few ? all : all.filter(isDrawn);
  if (drawn.length <= small) {
    page.seen = drawn;
    drawn.forEach((one, at) => {
      one.at = at;
    });
  }
  return page;
}

/** The wide model beside a model; made once. */
export const wideOf = (model: PageModel): PageModel => (model.wide ??= modelOf(model.root, true));

/** No control by its role, and yet people use it. In a list the arrows go through, only one item at a time has a 0. */
const isUsed = (element: Element, role: string): boolean =>
  element.matches('[tabindex="0"],[onclick],[contenteditable]') || (isRow(role) && element.hasAttribute('tabindex'));

const hasWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && tidy(node.nodeValue));
