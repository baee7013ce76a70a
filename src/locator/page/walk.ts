import { documentOfFrame } from '../../dom/frames.ts';
import { childNodesOf, firstChildOf, matchesSelector } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { getOrInsert } from '../../runtime/get-or-insert.ts';
import { PageControl } from './control.ts';
import { tidy } from './hash-words.ts';
import { OPAQUE_TAGS, SKIPPED_TAGS } from './name.ts';
import type { PageModel, PageNode, SubtreeSpan } from './page-model.ts';
import { isControl, isLandmark, isRow, roleOf, roleOfTag } from './role.ts';
import { type Level, pauseLevels, takeNext, type VisitedElement } from './walk-level.ts';

/** A walk goes through fewer nodes as fast as it takes over what was known of them. */
const MIN_SPAN_SIZE = 5;
/** Largest array spread into one call; engines overflow near 65,000 arguments. */
const MAX_SPREAD_ARGS = 9999;

/** Attributes that make an element another thing than its tag says. */
const MARKED = '[role],[tabindex],[onclick],[contenteditable]';
/** Tags that are no controls and no landmarks, and yet more is to be asked of them. */
const SPECIAL_TAGS = /-|article|object|frame/;

/** What a walk asks of the elements of a tag: nothing, not even what is in them; whether they have a shadow root; everything. */
type Visit = 'skip' | 'enter' | 'inspect';
const visitByTag = new Map<string, Visit>();

function visitOf(tag: string): Visit {
  if (SKIPPED_TAGS.has(tag)) return 'skip';
  const role = roleOfTag(tag);
  return SPECIAL_TAGS.test(tag) || isControl(role) || isLandmark(role) ? 'inspect' : 'enter';
}

/** What is known from an earlier walk, and where that no longer holds. */
export interface EarlierWalk {
  nodes: readonly PageNode[];
  /** Nodes that were altered, and everything around them. */
  affected: ReadonlySet<Node>;
}

export interface WalkOptions {
  earlier?: EarlierWalk | undefined;
  /** Called with each document and shadow root before it is walked. */
  onRoot?: (root: Document | ShadowRoot) => void;
}

/**
 * One walk over a page, through shadow roots and frames of the same origin, that notes what an anchor may mean. With an earlier walk,
 * elements that nothing affected are not walked again: the nodes they gave are taken over. It can pause anywhere.
 *
 * Most of a page is boxes, and code that has run less than a thousand times is slow: so little is asked of them, and by plain loops.
 */
export class PageWalk {
  readonly nodes: PageNode[] = [];
  readonly #model: PageModel;
  readonly #earlier: EarlierWalk | undefined;
  readonly #onRoot: WalkOptions['onRoot'];
  /** In a first walk: the elements that are marked. One query finds them all, so that the others need not be asked. */
  readonly #marked = new Set<Element>();
  /** What is left to walk, from the outermost. */
  readonly #levels: Level[] = [];
  /** The last heading before where the walk is, and the landmark it is in. */
  #heading: Element | undefined;
  #landmark = '';

  constructor(model: PageModel, { earlier, onRoot }: WalkOptions = {}) {
    this.#model = model;
    this.#earlier = earlier;
    this.#onRoot = onRoot;
  }

  enterRoot(root: Document | ShadowRoot): void {
    this.#model.roots.add(root);
    this.#onRoot?.(root);
    if (!this.#earlier) for (const element of root.querySelectorAll(MARKED)) this.#marked.add(element);
    this.#levels.push({ parent: root, next: firstChildOf(root) });
  }

  /** Walks on through about so many nodes. Answers whether the walk is complete. */
  advance(count: number): boolean {
    const levels = this.#levels;
    let left = count;
    for (let level = levels.at(-1); level; level = levels.at(-1)) {
      const node = takeNext(level);
      if (!node) {
        levels.pop();
        if (level.visited) this.#leave(level.visited);
      } else if (left-- > 0) this.#meet(node);
      else {
        pauseLevels(levels, node);
        return false;
      }
    }
    return true;
  }

  #meet(node: Node): void {
    const span = this.#reusableSpan(node);
    const { localName } = node as Element;
    if (span) this.#reuse(span);
    // A form may have a field of this name.
    else if (localName) this.#visit(node as Element, `${localName}`);
    else if (node.nodeType === 3) this.nodes.push({ kind: 'text', node: node as Text });
  }

  /** What an earlier walk met in the node, if a walk would meet the same now. */
  #reusableSpan(node: Node): SubtreeSpan | undefined {
    const span = this.#earlier && this.#model.spans.get(node as Element);
    if (!span || span.size >= MAX_SPREAD_ARGS || this.#earlier.affected.has(node)) return undefined;
    // One that is not at its place belongs to an element that was away since then, and may have changed unnoticed.
    const isInPlace = this.#earlier.nodes[span.index] === span;
    return isInPlace && span.headingBefore === this.#heading && span.landmark === this.#landmark ? span : undefined;
  }

  #reuse(span: SubtreeSpan): void {
    this.nodes.push(...this.#earlier!.nodes.slice(span.index - span.size, span.index + 1));
    this.#heading = span.headingAfter;
  }

  #visit(element: Element, tag: string): void {
    const visit = getOrInsert(visitByTag, tag, visitOf);
    if (visit === 'skip') return;
    const [heading, landmark, size] = [this.#heading, this.#landmark, this.nodes.length];
    const isMarked = this.#isMarked(element);
    const { texts, also } = this.#model.scope;
    const isApart =
      (visit === 'inspect' || isMarked || texts === true || also !== undefined) && this.#inspect(element, tag, isMarked);
    const next = OPAQUE_TAGS.has(tag) ? null : firstChildOf(element);
    this.#levels.push({ parent: element, next, visited: { element, heading, landmark, size, isApart } });
    this.#enterInnerRoot(element, tag, visit);
  }

  /** What is in the element has been walked. */
  #leave({ element, heading, landmark, size: sizeBefore, isApart }: VisitedElement): void {
    if (isApart) {
      this.#heading = heading;
      this.#landmark = landmark;
    }
    const size = this.nodes.length - sizeBefore;
    if (size < MIN_SPAN_SIZE) return;
    const span: SubtreeSpan = {
      ...({ kind: 'span', index: 0, size, landmark } as const),
      headingBefore: heading,
      headingAfter: this.#heading,
    };
    this.#model.spans.set(element, span);
    this.nodes.push(span);
  }

  #isMarked(element: Element): boolean {
    return this.#earlier ? matchesSelector(element, MARKED) : this.#marked.has(element);
  }

  #enterInnerRoot(element: Element, tag: string, visit: Visit): void {
    // Frames of other origins give no document.
    const inner = shadowRootOf(element) ?? (visit === 'inspect' && documentOfFrame(element));
    if (inner) this.enterRoot(inner);
    else if (tag.includes('-')) this.#model.closedHosts.add(element);
  }

  /** Notes the element if an anchor may mean it. Answers whether headings in it are its own. */
  #inspect(element: Element, tag: string, isMarked: boolean): boolean {
    const role = roleOf(element);
    if (this.#isCandidate(element, { tag, role, isMarked }))
      this.nodes.push(
        new PageControl({ element, tag, role, landmark: this.#landmark, heading: this.#heading, page: this.#model }),
      );
    if (isLandmark(role)) this.#landmark = role;
    if (role === 'heading' || role === 'legend') {
      this.#model.headingBefore.set(element, this.#heading);
      this.#heading = element;
    }
    return isLandmark(role) || role === 'article';
  }

  #isCandidate(element: Element, { tag, role, isMarked }: { tag: string; role: string; isMarked: boolean }): boolean {
    if (tag === 'a') return true;
    // A drawing is a control only where its author says so.
    if (isControl(role) && (tag !== 'svg' || element.hasAttribute('role'))) return true;
    const { texts, also } = this.#model.scope;
    if (also !== undefined && (tag === also || role === also)) return true;
    return (isMarked && isOperable(element, role)) || (texts === true && hasOwnText(element));
  }
}

/**
 * Do people operate it, though its role says nothing of that? In a list that the arrow keys go through only one item at a time has a
 * tabindex of 0.
 */
const isOperable = (element: Element, role: string): boolean =>
  matchesSelector(element, '[tabindex="0"],[onclick],[contenteditable]') || (isRow(role) && element.hasAttribute('tabindex'));

const hasOwnText = (element: Element): boolean =>
  [...childNodesOf(element)].some((node) => node.nodeType === 3 && tidy(node.nodeValue));
