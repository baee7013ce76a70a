import type { Anchor } from '../model/anchor.ts';
import { idle } from '../runtime/idle.ts';
import { watchTrees } from '../runtime/watch-trees.ts';
import { findPart, rootsOf } from './find-part.ts';

/** Hears at once, and then at each change, whether a part of the page is there. A page that does not change costs nothing. */
export function watchPart(anchor: Anchor, page: Document, lifetime: AbortSignal, onChange: (isThere: boolean) => void): void {
  const last: { isThere?: boolean } = {};
  const wake = idle(look, lifetime);
  const watchTree = watchTrees(lifetime, wake);
  wake();

  function* look(): Generator<void, void> {
    const roots = rootsOf(page);
    roots.forEach(watchTree);
    const isThere = findPart(anchor, roots) !== undefined;
    if (isThere === last.isThere) return;
    last.isThere = isThere;
    yield;
    onChange(isThere);
  }
}
