import { locateAll } from '../../locator/locate-all.ts';
import { findPart, isPart, treeRootsIn } from '../../locator/page/find-part.ts';
import type { Anchor } from '../../model/pack/anchor.ts';

/** The control or part of the page that an anchor names, as the page is now. */
export function findAnchor(anchor: Anchor): Element | undefined {
  if (isPart(anchor)) return findPart(anchor, treeRootsIn(document));
  const [located] = locateAll([anchor], document);
  return located?.found ? located.element : undefined;
}
