import { composedParentOf } from '../../dom/composed-tree.ts';
import { childNodesOf, documentOf, firstChildOf, matchesSelector, nextSiblingOf, windowOf } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { getOrInsert } from '../../runtime/get-or-insert.ts';
import { type ControlNode, isDrawn, type PageModel } from './candidate.ts';
import { PageControl } from './control.ts';
import { tidy } from './hash-words.ts';
import { OPAQUE_TAGS, SKIPPED_TAGS } from './name.ts';
import { isControl, isLandmark, isRow, roleOf, roleOfTag } from './role.ts';

/** Up to so many controls are all compared; a page with more is a long list or a grid. */
export const COMPARE_ALL_UP_TO = 250;
/** Of so many it is asked at once which are drawn; of more, once they are to be compared. */
const FILTER_DRAWN_UP_TO = 2 * COMPARE_ALL_UP_TO;

/** A walk goes through so few nodes as fast as it takes up what was known of them. */
const MIN_SPAN_SIZE = 4;
/** So much is given to one call at most: browsers bear some ten thousands. */
const MAX_SPREAD_ARGS = 9999;

/** An element without these is what its tag says. */
const MARKED_SELECTOR = '[role],[tabindex],[onclick],[contenteditable]';

/** No controls by their tags, and yet there is more to ask. */
const SPECIAL_TAGS = /-|article|object|frame/;
/** What a walk asks of the elements of each tag: 0 nothing, nor of what is in them; of boxes for others 1 a shadow root alone; 2 all. */
const visitLevels = new Map<string, number>();
function visitLevelOf(tag: string): number {
  const role = roleOfTag(tag);
  return SKIPPED_TAGS.has(tag) ? 0 : SPECIAL_TAGS.test(tag) || isControl(role) || isLandmark(role) ? 2 : 1;
}

/**
 * Everything on a page that an anchor may mean, through shadow roots and frames of the same origin: controls and headings, and in a
 * wide model every element with words of its own.
 *
 * @param previous the model as it was before the nodes in `changed` were altered (`altered` gives them, of mutation records); it is brought up to
 * date and given back, and only what they are in is walked again
 */
export function modelOf(
  root: Document | ShadowRoot,
  isWide = false,
  previous?: PageModel,
  changed: Iterable<Node> = [],
): PageModel {
  const document = documentOf(root);
  const was = previous?.nodes;
  const all: ControlNode[] = [];
  const met: PageModel['nodes'] = [];
  const lasting = previous ?? {
    root,
    isWide,
    roots: new Set(),
    rowWords: new Map(),
    headingBefore: new WeakMap(),
    spans: new WeakMap(),
    closedHosts: new Set(),
  };
  const page = Object.assign(lasting as PageModel, {
    controls: all,
    nodes: met,
    width: windowOf(root)!.innerWidth || 1280,
    language: (document.documentElement.lang ?? '').toLowerCase(),
    rowGroups: new Map(),
    labels: undefined,
    wideModel: undefined,
  });
  const { spans, closedHosts, rowWords } = page;
  /** What changed and what is around it; on a page that is walked for the first time, the elements whose tag does not say everything. */
  const affected = new Set<Node>();
  let above: Element | undefined;
  let landmark = '';

  function enter(node: Node): void {
    // Several times as fast as going through `childNodes`.
    for (let at = firstChildOf(node); at; at = nextSiblingOf(at)) {
      const known = spans.get(at as Element);
      // One that is not at its place is of an element that was away since, and may have changed unheard.
      const isKept = known && was![known.index] === known && known.headingBefore === above && known.landmark === landmark;
      if (isKept && known.size < MAX_SPREAD_ARGS && !affected.has(at)) {
        met.push(...was!.slice(known.index - known.size, known.index + 1));
        above = known.headingAfter;
      } else {
        const { localName } = at as Element;
        if (localName) visit(at as Element, `${localName}`);
        else if (at.nodeType === 3) met.push({ node: at as Text });
      }
    }
  }

  // What has not run some thousand times yet is slow, each word of it. So there are few for boxes, which are most of a page.
  function visit(element: Element, tag: string): void {
    const ask = getOrInsert(visitLevels, tag, visitLevelOf);
    if (!ask) return;
    const over = above;
    const within = landmark;
    const size = met.length;
    const isMarked = was ? matchesSelector(element, MARKED_SELECTOR) : affected.has(element);
    const isApart = (ask > 1 || isMarked || isWide) && meet(element, tag, isMarked);
    // Frames of other origins give no document.
    const inner = shadowRootOf(element) ?? (ask > 1 && (element as HTMLIFrameElement).contentDocument);
    if (inner) open(inner);
    else if (tag.includes('-')) closedHosts.add(element);
    if (!OPAQUE_TAGS.has(tag)) enter(element);
    if (isApart) {
      above = over;
      landmark = within;
    }
    if (met.length - size > MIN_SPAN_SIZE) {
      const stretch = { index: 0, size: met.length - size, headingBefore: over, landmark: within, headingAfter: above };
      spans.set(element, stretch);
      met.push(stretch);
    }
  }

  /** Takes down what an anchor may mean. Answers if headings in it are its own. */
  function meet(element: Element, tag: string, isMarked: boolean): boolean {
    const role = roleOf(element);
    if (
      tag === 'a' ||
      (isControl(role) && (tag !== 'svg' || element.hasAttribute('role'))) ||
      (isMarked && isOperable(element, role)) ||
      (isWide && hasOwnText(element))
    )
      met.push(new PageControl(element, tag, role, above, landmark, page) as unknown as ControlNode);
    if (isLandmark(role)) landmark = role;
    if (role === 'heading' || role === 'legend') {
      page.headingBefore.set(element, above);
      above = element;
    }
    return isLandmark(role) || role === 'article';
  }

  function open(inner: Document | ShadowRoot): void {
    page.roots.add(inner);
    // Of an element without these its tag says everything, so that nothing else is asked of it.
    if (!was) for (const one of inner.querySelectorAll(MARKED_SELECTOR)) affected.add(one);
    enter(inner);
  }

  // An element that became what its name says tells nobody.
  for (const node of [...changed, ...[...closedHosts].filter(shadowRootOf)])
    for (let at: Node | null = node; at && !affected.has(at); at = composedParentOf(at)) {
      rowWords.delete(at as Element);
      // What a text says changes nothing of what stands where.
      if (at === node || node.nodeType !== 3) affected.add(at);
    }
  open(root);
  for (let at = 0; at < met.length; at++) {
    const one = met[at]!;
    if (one.node) {
      if (affected.has(one.node)) one.hashes = undefined;
    } else {
      one.index = at;
      if (one.role) {
        one.cache = undefined;
        all.push(one);
      }
    }
  }
  const drawn = all.length > FILTER_DRAWN_UP_TO ? all : all.filter(isDrawn);
  page.candidates = drawn.length > COMPARE_ALL_UP_TO ? all : drawn;
  return page;
}

/** The wide model beside a model; made once. */
export const wideModelOf = (model: PageModel): PageModel => (model.wideModel ??= modelOf(model.root, true));

/** No control by its role, and yet people use it. In a list the arrows go through, only one item at a time has a 0. */
const isOperable = (element: Element, role: string): boolean =>
  matchesSelector(element, '[tabindex="0"],[onclick],[contenteditable]') || (isRow(role) && element.hasAttribute('tabindex'));

const hasOwnText = (element: Element): boolean =>
  [...childNodesOf(element)].some((node) => node.nodeType === 3 && tidy(node.nodeValue));
