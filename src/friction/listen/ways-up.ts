import { parentNodeOf, shadowHostOf } from '../../dom/node-getters.ts';

/** The element and all it is in, through shadow roots. */
export function waysUp(element: Element | null): Element[] {
  const way: Element[] = [];
  for (let at: Node | null | undefined = element; at; at = parentNodeOf(at) ?? shadowHostOf(at))
    if (at.nodeType === 1) way.push(at as Element);
  return way;
}
