import { watchTrees } from '../dom/watch-trees.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import { createIdleTask } from '../runtime/idle.ts';
import { findPart, treeRootsIn } from './page/find-part.ts';

/** Hears at once, and then at each change, whether a part of the page is there. A page that does not change costs nothing. */
export function watchPart(anchor: Anchor, page: Document, lifetime: AbortSignal, onChange: (isThere: boolean) => void): void {
  const last: { isThere?: boolean } = {};
  const wake = createIdleTask(search, lifetime);
  const watchTree = watchTrees(lifetime, wake);
  wake();

  function* search(): Generator<void, void> {
    const roots = treeRootsIn(page);
    roots.forEach(watchTree);
    const isThere = findPart(anchor, roots) !== undefined;
    if (isThere === last.isThere) return;
    last.isThere = isThere;
    yield;
    onChange(isThere);
  }
}
