/**
 * A form gives its fields by their names before what is its own, and a document its forms, images and frames: with a form called `host` in a
 * page, ways up from what `document.host` is would never end. What stands on the prototype is hidden by none of them.
 * https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns
 */
function reading<T>(of: 'Node' | 'Document', name: string): (node: Node) => T | null {
  const read = Object.getOwnPropertyDescriptor(globalThis[of]?.prototype ?? {}, name)?.get;
  return (node) => read?.call(node);
}

/** The node around one, the first in it, and the one after it; the element around one, if that is no root. */
export const parentOf = reading<Node>('Node', 'parentNode');
export const firstOf = reading<Node>('Node', 'firstChild');
export const nextOf = reading<Node>('Node', 'nextSibling');

export const parentElementOf = reading<Element>('Node', 'parentElement');

/** All nodes in one, first to last, and none of what is in them. */
export function* nodesIn(node: Node): Generator<Node> {
  for (let at = firstOf(node); at; at = nextOf(at)) yield at;
}

export const isOneOf = (element: Element, kind: string): boolean => Element.prototype.matches.call(element, kind);

const kindOf = reading<number>('Node', 'nodeType');

/** The element that a shadow root is in; of other nodes there is none. */
export const hostOf = (node: Node): Element | undefined => (kindOf(node) === 11 ? (node as ShadowRoot).host : undefined);

const ownerOf = reading<Document>('Node', 'ownerDocument');
const windowOf = reading<Window & typeof globalThis>('Document', 'defaultView');

/** The document that a node is in; a document itself. */
export const documentOf = (node: Node): Document => ownerOf(node) ?? (node as Document);

/** The window that shows a node's document; null if none does. */
export const viewOf = (node: Node): (Window & typeof globalThis) | null => windowOf(documentOf(node));

/** The frame that a node's document is shown in; null for the top document, and for frames of other origins. */
export function frameOf(node: Node): Element | null {
  try {
    return viewOf(node)?.frameElement ?? null;
  } catch {
    return null;
  }
}
