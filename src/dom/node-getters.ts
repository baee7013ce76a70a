/**
 * A form gives its fields by their names before what is its own, and a document its forms, images and frames: with a form called `host` in a
 * page, ways up from what `document.host` is would never end. What stands on the prototype is hidden by none of them.
 * https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns
 */
function prototypeGetter<T>(owner: 'Node' | 'Document', name: string): (node: Node) => T | null {
  const read = Object.getOwnPropertyDescriptor(globalThis[owner]?.prototype ?? {}, name)?.get;
  return (node) => read?.call(node);
}

/** The node around one, the first in it, and the one after it; the element around one, if that is no root. */
export const parentNodeOf = prototypeGetter<Node>('Node', 'parentNode');
export const firstChildOf = prototypeGetter<Node>('Node', 'firstChild');
export const nextSiblingOf = prototypeGetter<Node>('Node', 'nextSibling');

export const parentElementOf = prototypeGetter<Element>('Node', 'parentElement');

/** All nodes in one, first to last, and none of what is in them. */
export function* childNodesOf(node: Node): Generator<Node> {
  for (let at = firstChildOf(node); at; at = nextSiblingOf(at)) yield at;
}

export const matchesSelector = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);

const nodeTypeOf = prototypeGetter<number>('Node', 'nodeType');

/** The element that a shadow root is in; of other nodes there is none. */
export const shadowHostOf = (node: Node): Element | undefined =>
  nodeTypeOf(node) === 11 ? (node as ShadowRoot).host : undefined;

const ownerDocumentOf = prototypeGetter<Document>('Node', 'ownerDocument');
const defaultViewOf = prototypeGetter<Window & typeof globalThis>('Document', 'defaultView');

/** The document that a node is in; a document itself. */
export const documentOf = (node: Node): Document => ownerDocumentOf(node) ?? (node as Document);

/** The window that shows a node's document; null if none does. */
export const windowOf = (node: Node): (Window & typeof globalThis) | null => defaultViewOf(documentOf(node));

/** The frame that a node's document is shown in; null for the top document, and for frames of other origins. */
export function frameElementOf(node: Node): Element | null {
  try {
    return windowOf(node)?.frameElement ?? null;
  } catch {
    return null;
  }
}
