import { frameOf } from '../runtime/tree.ts';
import { hostAround, rootOf } from './flat-tree.ts';

/** A tree that an element is shown in, and what holds the element there: itself, the host of its root, or the frame of its document. */
export interface TreeAround {
  root: Document | ShadowRoot;
  holder: Element;
}

/** From the element's own tree out to the top document, through shadow roots and frames of the same origin. */
export function treesAround(element: Element): TreeAround[] {
  const trees: TreeAround[] = [];
  for (let holder: Element | null = element; holder; holder = hostAround(holder) ?? frameOf(holder))
    trees.push({ root: rootOf(holder), holder });
  return trees;
}
