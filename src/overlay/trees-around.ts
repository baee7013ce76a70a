import { frameOf } from './viewport-rect.ts';

/** A tree that an element is shown in, and what holds the element there: itself, the host of its root, or the frame of its document. */
export interface TreeAround {
  root: Document | ShadowRoot;
  holder: Element;
}

/** From the element's own tree out to the top document, through shadow roots and frames of the same origin. */
export function treesAround(element: Element): TreeAround[] {
  const trees: TreeAround[] = [];
  for (let holder: Element | null = element; holder; ) {
    const root: Node = holder.getRootNode();
    trees.push({ root: root as Document | ShadowRoot, holder });
    // Not `instanceof`: a frame has a `ShadowRoot` of its own.
    holder = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? ((root as ShadowRoot).host ?? null) : frameOf(holder);
  }
  return trees;
}
