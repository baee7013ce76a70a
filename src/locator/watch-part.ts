import { watchTrees } from '../dom/watch-trees.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import { createIdleTask } from '../runtime/idle.ts';
import { createAttention } from './attention.ts';
import { findPartInSteps, treeRootsInSteps } from './page/find-part.ts';

/**
 * Reports at once, and then at each change, whether a part of the page is there. It looks in slices of idle time, and a page that does not
 * change costs nothing.
 */
export function watchPart(anchor: Anchor, page: Document, lifetime: AbortSignal, onChange: (isThere: boolean) => void): void {
  let wasThere: boolean | undefined;
  const attention = createAttention(() => wasThere !== undefined);
  const wake = createIdleTask(look, lifetime, attention);
  const trees = watchTrees(lifetime, (_nodes, _records, isAct) => {
    if (isAct) attention.attend();
    wake();
  });
  wake();

  function* look(): Generator<void, void> {
    // Each tree is watched before it is read: what changes between two slices wakes another look.
    const roots = yield* treeRootsInSteps(page, trees.watch);
    const isThere = (yield* findPartInSteps(anchor, roots)) !== undefined;
    if (isThere === wasThere) return;
    wasThere = isThere;
    yield;
    onChange(isThere);
  }
}
