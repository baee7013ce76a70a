import { shadowOf } from '../runtime/shadow-of.ts';
import { frameOf, hostOf as hostOfRoot } from '../runtime/tree.ts';

type Tree = Document | ShadowRoot;

/**
 * A form gives its fields by their names before it gives what is its own: `form.contains` may be an input. What stands on the prototype
 * cannot be shadowed so. https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns
 */
export const parentOf = (element: Element): Element | null => Reflect.get(Node.prototype, 'parentElement', element);
export const holds = (outer: Element, inner: Element): boolean => Node.prototype.contains.call(outer, inner);
export const isOneOf = (element: Element, kind: string): boolean => Element.prototype.matches.call(element, kind);
export const rootOf = (element: Element): Tree => Node.prototype.getRootNode.call(element) as Tree;

/** The host of the shadow root that an element is in; undefined in a document. */
export const hostOf = (element: Element): Element | undefined => hostOfRoot(rootOf(element));

/** The slot that an element fills, in a closed root too. */
const slotOf = (element: Element, parent: Element): Element | undefined =>
  [...(shadowOf(parent)?.querySelectorAll('slot') ?? [])].find((slot) => slot.assignedNodes().includes(element));

/** The element and all that it is drawn in, inside out: slots that it fills, hosts of shadow roots, frames of the same origin. */
export function drawnAround(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null | undefined = element; at; ) {
    found.push(at);
    const parent = parentOf(at);
    at = parent ? (slotOf(at, parent) ?? parent) : (hostOf(at) ?? frameOf(at));
  }
  return found;
}

/** Every tree that an element is drawn in. */
export const rootsAround = (element: Element): Set<Tree> => new Set(drawnAround(element).map(rootOf));
