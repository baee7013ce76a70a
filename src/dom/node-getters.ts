/**
 * Reads a property of a node from its prototype. A form exposes its fields by their names before its own properties, and a document its
 * forms, images and frames: with a form named `host` in a page, a walk along `document.host` would never end. What the prototype has is
 * hidden by none of them. https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns
 */
function prototypeGetter<T>(owner: 'Node' | 'Document' | 'Element', name: string): (node: Node) => T | null {
  const read = Object.getOwnPropertyDescriptor(globalThis[owner]?.prototype ?? {}, name)?.get;
  return (node) => read?.call(node);
}

export const parentNodeOf = prototypeGetter<Node>('Node', 'parentNode');
export const firstChildOf = prototypeGetter<Node>('Node', 'firstChild');
export const nextSiblingOf = prototypeGetter<Node>('Node', 'nextSibling');
export const parentElementOf = prototypeGetter<Element>('Node', 'parentElement');
export const textContentOf = prototypeGetter<string>('Node', 'textContent');
export const localNameOf = prototypeGetter<string>('Element', 'localName');
export const previousElementOf = prototypeGetter<Element>('Element', 'previousElementSibling');
export const nextElementOf = prototypeGetter<Element>('Element', 'nextElementSibling');
const nodeTypeOf = prototypeGetter<number>('Node', 'nodeType');
const ownerDocumentOf = prototypeGetter<Document>('Node', 'ownerDocument');
const defaultViewOf = prototypeGetter<Window & typeof globalThis>('Document', 'defaultView');

/** The children of a node in order, text included. */
export function* childNodesOf(node: Node): Generator<Node> {
  for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) yield child;
}

export const isElement = (node: Node): node is Element => nodeTypeOf(node) === 1;

export const matchesSelector = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);
/** Reads an attribute, of a form with a field called `getAttribute` too. */
export const readAttribute = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);
export const closestElement = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
/** The elements within that a selector matches, within a form with a field called `querySelectorAll` too. */
export const queryElements = (element: Element, selector: string): Element[] => [
  ...Element.prototype.querySelectorAll.call(element, selector),
];
export const containsElement = (outer: Element, inner: Element): boolean => Node.prototype.contains.call(outer, inner);

export const rootOf = (element: Element): Document | ShadowRoot =>
  Node.prototype.getRootNode.call(element) as Document | ShadowRoot;

/** The host of a node that is a shadow root; undefined for every other node. */
export const shadowHostOf = (node: Node): Element | undefined =>
  nodeTypeOf(node) === 11 ? (node as ShadowRoot).host : undefined;

/** The document that a node belongs to; for a document, itself. */
export const documentOf = (node: Node): Document => ownerDocumentOf(node) ?? (node as Document);

/** The window that shows a node's document; null if none does. */
export const windowOf = (node: Node): (Window & typeof globalThis) | null => defaultViewOf(documentOf(node));

/** The frame that shows a node's document; null for the top document and in frames of other origins. */
export function frameElementOf(node: Node): Element | null {
  try {
    return windowOf(node)?.frameElement ?? null;
  } catch {
    return null;
  }
}
