import { frameElementOf, parentElementOf, shadowHostOf } from './node-getters.ts';
import { shadowRootOf } from './shadow-root-of.ts';

type Tree = Document | ShadowRoot;

export const containsElement = (outer: Element, inner: Element): boolean => Node.prototype.contains.call(outer, inner);
export const rootOf = (element: Element): Tree => Node.prototype.getRootNode.call(element) as Tree;

/** The host of the shadow root that an element is in; undefined in a document. */
export const containingShadowHost = (element: Element): Element | undefined => shadowHostOf(rootOf(element));

/** The slot that an element fills, in a closed root too. */
const assignedSlotOf = (element: Element, parent: Element): Element | undefined =>
  [...(shadowRootOf(parent)?.querySelectorAll('slot') ?? [])].find((slot) => slot.assignedNodes().includes(element));

/** The element and all that it is drawn in, inside out: slots that it fills, hosts of shadow roots, frames of the same origin. */
export function composedAncestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null | undefined = element; at; ) {
    found.push(at);
    const parent = parentElementOf(at);
    at = parent ? (assignedSlotOf(at, parent) ?? parent) : (containingShadowHost(at) ?? frameElementOf(at));
  }
  return found;
}

/** Every tree that an element is drawn in. */
export const containingRoots = (element: Element): Set<Tree> => new Set(composedAncestors(element).map(rootOf));
