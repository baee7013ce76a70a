const read = globalThis.Node && Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get;

/** The node around one. A form gives its fields by their names before what is its own: a field called `parentNode` would lead in a circle. */
export const parentOf = (node: Node): Node | null => read?.call(node);
