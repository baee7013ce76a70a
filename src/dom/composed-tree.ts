import { documentOf, frameElementOf, isElement, parentNodeOf, rootOf, shadowHostOf } from './node-getters.ts';
import { shadowRootOf } from './shadow-root-of.ts';

interface Passage {
  /**
   * Whether to go through slots of closed shadow roots as well. Chromium takes some 4 µs for each ancestor that it is asked about, against
   * 0.01 µs for a slot of an open root: too long for walks from every control of a page.
   */
  closedSlots?: boolean;
}

/**
 * The node that draws this one: the slot it fills, else its parent, else the host of the shadow root that it is, else the frame of the
 * same origin that shows the document that it is. Null for the top document.
 */
export function composedParentOf(node: Node, { closedSlots = false }: Passage = {}): Node | null {
  const parent = parentNodeOf(node);
  if (!parent) return shadowHostOf(node) ?? frameElementOf(node);
  return openSlotOf(node) ?? (closedSlots ? closedSlotOf(node, parent) : undefined) ?? parent;
}

/** A form may have a field named `assignedSlot`. */
function openSlotOf(node: Node): Element | undefined {
  const { assignedSlot } = node as Element;
  return assignedSlot?.localName === 'slot' ? assignedSlot : undefined;
}

/** The slot of a closed root that a node fills: `assignedSlot` does not reveal it. */
function closedSlotOf(node: Node, parent: Node): Element | undefined {
  const root = isElement(parent) ? shadowRootOf(parent) : null;
  if (root?.mode !== 'closed') return undefined;
  return [...root.querySelectorAll('slot')].find((slot) => slot.assignedNodes().includes(node));
}

interface Ancestors extends Passage {
  /** Whether to go on from a document to the frame that shows it. Events do not. */
  acrossFrames?: boolean;
  limit?: number;
}

/** An element and the elements that it is drawn in, inside out: through slots, shadow roots and frames of the same origin. */
export function composedAncestors(
  element: Element,
  { acrossFrames = true, limit = Infinity, ...passage }: Ancestors = {},
): Element[] {
  const found: Element[] = [];
  for (let at: Node | null = element; at && found.length < limit; at = composedParentOf(at, passage)) {
    if (isElement(at)) found.push(at);
    else if (!acrossFrames && documentOf(at) === at) break;
  }
  return found;
}

/** The host of the shadow root that an element is in; undefined in a document. */
export const containingShadowHost = (element: Element): Element | undefined => shadowHostOf(rootOf(element));

/** Every document and shadow root that an element is drawn in. */
export const containingRoots = (element: Element): Set<Document | ShadowRoot> =>
  new Set(composedAncestors(element, { closedSlots: true }).map(rootOf));

/** A tree that an element is shown in, and what holds the element there: itself, the host of its root, or the frame of its document. */
export interface ContainingTree {
  root: Document | ShadowRoot;
  holder: Element;
}

/** From an element's own tree out to the top document, through shadow roots and frames of the same origin. */
export function containingTrees(element: Element): ContainingTree[] {
  const trees: ContainingTree[] = [];
  for (let holder: Element | null = element; holder; holder = containingShadowHost(holder) ?? frameElementOf(holder))
    trees.push({ root: rootOf(holder), holder });
  return trees;
}

/** What a tree sees of an element that is further in: the host of the shadow root around it. https://dom.spec.whatwg.org/#retarget */
export function retarget(root: Node, element: Element): Element | undefined {
  let at: Element | undefined = element;
  while (at && rootOf(at) !== root) at = containingShadowHost(at);
  return at;
}
