import { parentOf } from '../../runtime/parent-of.ts';

/** The element and all it is in, through shadow roots. */
export function waysUp(element: Element | null): Element[] {
  const way: Element[] = [];
  for (let at: Node | null = element; at; at = parentOf(at) ?? (at as ShadowRoot).host ?? null)
    if (at.nodeType === 1) way.push(at as Element);
  return way;
}
