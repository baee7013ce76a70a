import { containingShadowHost, rootOf } from './composed-tree.ts';
import { frameElementOf } from './node-getters.ts';

/** A tree that an element is shown in, and what holds the element there: itself, the host of its root, or the frame of its document. */
export interface ContainingTree {
  root: Document | ShadowRoot;
  holder: Element;
}

/** From the element's own tree out to the top document, through shadow roots and frames of the same origin. */
export function containingTrees(element: Element): ContainingTree[] {
  const trees: ContainingTree[] = [];
  for (let holder: Element | null = element; holder; holder = containingShadowHost(holder) ?? frameElementOf(holder))
    trees.push({ root: rootOf(holder), holder });
  return trees;
}
