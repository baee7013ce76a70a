import { kept } from '../runtime/kept.ts';
import { shadowOf } from '../runtime/shadow-of.ts';
import { documentOf, firstOf, isOneOf, nextOf, nodesIn, viewOf } from '../runtime/tree.ts';
import { outside } from './around.ts';
import { Control } from './control.ts';
import { closed, skipped } from './name.ts';
import { isControl, isLandmark, isRow, roleByTag, roleOf } from './role.ts';
import { isDrawn, type Met, type PageModel } from './seen.ts';
import { tidy } from './words.ts';

/** Up to so many controls are all compared; a page with more is a long list or a grid. */
export const small = 250;
/** Of so many it is asked at once which are drawn; of more, once they are to be compared. */
const few = 2 * small;

/** A walk goes through so few nodes as fast as it takes up what was known of them. */
const least = 4;
/** So much is given to one call at most: browsers bear some ten thousands. */
const armful = 9999;

/** An element without these is what its tag says. */
const telling = '[role],[tabindex],[onclick],[contenteditable]';

/** No controls by their tags, and yet there is more to ask. */
const special = /-|article|object|frame/;
/** What a walk asks of the elements of each tag: 0 nothing, nor of what is in them; of boxes for others 1 a shadow root alone; 2 all. */
const asks = new Map<string, number>();
function askOf(tag: string): number {
  const role = roleByTag(tag);
  return skipped.has(tag) ? 0 : special.test(tag) || isControl(role) || isLandmark(role) ? 2 : 1;
}

/**
 * Everything on a page that an anchor may mean, through shadow roots and frames of the same origin: controls and headings, and in a
 * wide model every element with words of its own.
 *
 * @param before the model as it was before the nodes in `changed` were altered (`altered` gives them, of mutation records); it is brought up to
 * date and given back, and only what they are in is walked again
 */
export function modelOf(
  root: Document | ShadowRoot,
  isWide = false,
  before?: PageModel,
  changed: Iterable<Node> = [],
): PageModel {
  const document = documentOf(root);
  const was = before?.met;
  const all: Met[] = [];
  const met: PageModel['met'] = [];
  const lasting = before ?? {
    root,
    isWide,
    roots: new Set(),
    rows: new Map(),
    above: new WeakMap(),
    stretches: new WeakMap(),
    shut: new Set(),
  };
  const page = Object.assign(lasting as PageModel, {
    all,
    met,
    width: viewOf(root)!.innerWidth || 1280,
    language: (document.documentElement.lang ?? '').toLowerCase(),
    boxes: new Map(),
    labels: undefined,
    wide: undefined,
  });
  const { stretches, shut, rows } = page;
  /** What changed and what is around it; on a page that is walked for the first time, the elements whose tag does not say everything. */
  const noted = new Set<Node>();
  let above: Element | undefined;
  let landmark = '';

  function enter(node: Node): void {
    // Several times as fast as going through `childNodes`.
    for (let at = firstOf(node); at; at = nextOf(at)) {
      const known = stretches.get(at as Element);
      // One that is not at its place is of an element that was away since, and may have changed unheard.
      const isKept = known && was![known.at] === known && known.above === above && known.landmark === landmark;
      if (isKept && known.size < armful && !noted.has(at)) {
        met.push(...was!.slice(known.at - known.size, known.at + 1));
        above = known.after;
      } else {
        const { localName } = at as Element;
        if (localName) visit(at as Element, `${localName}`);
        else if (at.nodeType === 3) met.push({ node: at as Text });
      }
    }
  }

  // What has not run some thousand times yet is slow, each word of it. So there are few for boxes, which are most of a page.
  function visit(element: Element, tag: string): void {
    const ask = kept(asks, tag, askOf);
    if (!ask) return;
    const over = above;
    const within = landmark;
    const size = met.length;
    const isMarked = was ? isOneOf(element, telling) : noted.has(element);
    const isApart = (ask > 1 || isMarked || isWide) && meet(element, tag, isMarked);
    // Frames of other origins give no document.
    const inner = shadowOf(element) ?? (ask > 1 && (element as HTMLIFrameElement).contentDocument);
    if (inner) open(inner);
    else if (tag.includes('-')) shut.add(element);
    if (!closed.has(tag)) enter(element);
    if (isApart) {
      above = over;
      landmark = within;
    }
    if (met.length - size > least) {
      const stretch = { at: 0, size: met.length - size, above: over, landmark: within, after: above };
      stretches.set(element, stretch);
      met.push(stretch);
    }
  }

  /** Takes down what an anchor may mean. Answers if headings in it are its own. */
  function meet(element: Element, tag: string, isMarked: boolean): boolean {
    const role = roleOf(element);
    if (
      tag === 'a' ||
      (isControl(role) && (tag !== 'svg' || element.hasAttribute('role'))) ||
      (isMarked && isUsed(element, role)) ||
      (isWide && hasWords(element))
    )
      met.push(new Control(element, tag, role, above, landmark, page) as unknown as Met);
    if (isLandmark(role)) landmark = role;
    if (role === 'heading' || role === 'legend') {
      page.above.set(element, above);
      above = element;
    }
    return isLandmark(role) || role === 'article';
  }

  function open(inner: Document | ShadowRoot): void {
    page.roots.add(inner);
    // Of an element without these its tag says everything, so that nothing else is asked of it.
    if (!was) for (const one of inner.querySelectorAll(telling)) noted.add(one);
    enter(inner);
  }

  // An element that became what its name says tells nobody.
  for (const node of [...changed, ...[...shut].filter(shadowOf)])
    for (let at: Node | null = node; at && !noted.has(at); at = outside(at)) {
      rows.delete(at as Element);
      // What a text says changes nothing of what stands where.
      if (at === node || node.nodeType !== 3) noted.add(at);
    }
  open(root);
  for (let at = 0; at < met.length; at++) {
    const one = met[at]!;
    if (one.node) {
      if (noted.has(one.node)) one.words = undefined;
    } else {
      one.at = at;
      if (one.role) {
        one.read = undefined;
        all.push(one);
      }
    }
  }
  const drawn = all.length > few ? all : all.filter(isDrawn);
  page.seen = drawn.length > small ? all : drawn;
  return page;
}

/** The wide model beside a model; made once. */
export const wideOf = (model: PageModel): PageModel => (model.wide ??= modelOf(model.root, true));

/** No control by its role, and yet people use it. In a list the arrows go through, only one item at a time has a 0. */
const isUsed = (element: Element, role: string): boolean =>
  isOneOf(element, '[tabindex="0"],[onclick],[contenteditable]') || (isRow(role) && element.hasAttribute('tabindex'));

const hasWords = (element: Element): boolean => [...nodesIn(element)].some((node) => node.nodeType === 3 && tidy(node.nodeValue));
