import { shadowOf } from '../runtime/shadow-of.ts';
import { frameOf, hostOf, parentElementOf } from '../runtime/tree.ts';

type Tree = Document | ShadowRoot;

export const holds = (outer: Element, inner: Element): boolean => Node.prototype.contains.call(outer, inner);
export const rootOf = (element: Element): Tree => Node.prototype.getRootNode.call(element) as Tree;

/** The host of the shadow root that an element is in; undefined in a document. */
export const hostAround = (element: Element): Element | undefined => hostOf(rootOf(element));

/** The slot that an element fills, in a closed root too. */
const slotOf = (element: Element, parent: Element): Element | undefined =>
  [...(shadowOf(parent)?.querySelectorAll('slot') ?? [])].find((slot) => slot.assignedNodes().includes(element));

/** The element and all that it is drawn in, inside out: slots that it fills, hosts of shadow roots, frames of the same origin. */
export function drawnAround(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null | undefined = element; at; ) {
    found.push(at);
    const parent = parentElementOf(at);
    at = parent ? (slotOf(at, parent) ?? parent) : (hostAround(at) ?? frameOf(at));
  }
  return found;
}

/** Every tree that an element is drawn in. */
export const rootsAround = (element: Element): Set<Tree> => new Set(drawnAround(element).map(rootOf));
