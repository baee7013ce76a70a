type DomNode = {
  backendNodeId: number;
  nodeType: number;
  localName: string;
  shadowRootType?: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
};

export type ClosedNodes = {
  /** Every node within a closed shadow root, by the browser's own number. */
  inside: Set<number>;
  /** The elements that stand directly in such a root and draw something. */
  tops: number[];
};

/** Goes through a document, with its frames and shadow roots, for what stands in closed roots. */
export function closedNodes(document: DomNode): ClosedNodes {
  const found: ClosedNodes = { inside: new Set(), tops: [] };
  visit(document, false, found);
  return found;
}

function visit(node: DomNode, closed: boolean, found: ClosedNodes): void {
  if (closed) found.inside.add(node.backendNodeId);
  for (const root of node.shadowRoots ?? []) {
    const opens = !closed && root.shadowRootType === 'closed';
    if (opens) found.tops.push(...(root.children ?? []).filter(draws).map(({ backendNodeId }) => backendNodeId));
    visit(root, closed || opens, found);
  }
  for (const child of node.children ?? []) visit(child, closed, found);
  if (node.contentDocument) visit(node.contentDocument, closed, found);
}

const draws = ({ nodeType, localName }: DomNode) => nodeType === 1 && localName !== 'style' && localName !== 'script';
