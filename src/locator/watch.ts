import { rootOf, windowOf } from '../dom/node-getters.ts';
import { watchTrees } from '../dom/watch-trees.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import { createIdleTask } from '../runtime/idle.ts';
import { after, on } from '../runtime/lifetime.ts';
import { locate } from './locate.ts';
import { resolveDuplicates } from './locate-all.ts';
import type { LocateResult } from './locate-result.ts';
import { modelOf, updateModel } from './page/model.ts';
import type { PageModel } from './page/page-model.ts';
import { type WatchResult, WatchResults } from './watch-results.ts';

const DEFAULT_PATIENCE_MS = 8000;
/** Rules inserted by script and the like are in no mutation record: every so many looks the whole page is walked anew. */
const FULL_WALK_EVERY = 8;

interface WatchOptions {
  anchors: readonly Anchor[];
  page: Document | ShadowRoot;
  /** Everything that watching started ends with it. */
  lifetime: AbortSignal;
  /** Called with all, in the order of the anchors, whenever one of them changed. */
  onChange: (results: WatchResult[]) => void;
  /** Milliseconds until what was never found is `missing`. */
  patienceMs?: number;
}

/**
 * Looks for controls and keeps looking, without polling: one observer, on every root of the page, wakes a slice of idle time. A page
 * that does not change costs nothing.
 */
export function watch({ anchors, page, lifetime, onChange, patienceMs = DEFAULT_PATIENCE_MS }: WatchOptions): void {
  if (lifetime.aborted) return;
  const results = new WatchResults(anchors.length, onChange);
  // Held only while something is looked for: a page that never rests would fill `changed`.
  let model: PageModel | undefined;
  const changed = new Set<Node>();
  const followed = new WeakSet<Window>();

  const wake = createIdleTask(look, lifetime);
  const lookAtHidden = createIdleTask(function* () {
    yield;
    if (results.isAnyTurned) wake();
  }, lifetime);
  const watchTree = watchTrees(lifetime, (nodes) => {
    if (model) for (const node of nodes) changed.add(node);
    wake();
  });
  const watchPointer = pointerWatcher(lifetime, () => results.dependsOnPointer && lookAtHidden());
  on(window, 'resize', wake, lifetime);
  after(patienceMs, () => results.setOverdue(), lifetime);
  wake();

  function* look(): Generator<void, void> {
    if (results.updateCount && results.areAllStanding) return;
    watchTree(page);
    const current = readPage();
    const located: LocateResult[] = [];
    for (const anchor of anchors) {
      yield;
      located.push(locate(anchor, page, { model: current }));
    }
    results.update(resolveDuplicates(anchors, located));
    results.elements.forEach(followToWindow);
    if (results.areAllFound) model = undefined;
  }

  /** The page tells nothing of what happens in another window that it has moved a control to. */
  function followToWindow(element: Element): void {
    const view = windowOf(element);
    if (!view || view === window || followed.has(view)) return;
    followed.add(view);
    watchTree(rootOf(element));
    on(view, 'pagehide', wake, lifetime);
  }

  function readPage(): PageModel {
    if (model && results.updateCount % FULL_WALK_EVERY) updateModel(model, changed);
    else model = modelOf(page);
    changed.clear();
    model.roots.forEach(watchTree);
    watchPointer(model.roots);
    return model;
  }
}

/** What styles show while the pointer or the focus is in something changes with no mutation. */
const POINTING_EVENTS = ['pointerover', 'focusin', 'focusout'];

/** Returns a function that listens in the documents among some roots, each once, for the pointer and the focus to move. */
function pointerWatcher(lifetime: AbortSignal, onMove: () => void): (roots: Iterable<Document | ShadowRoot>) => void {
  const watched = new WeakSet<Node>();
  return (roots) => {
    for (const root of roots) {
      if (root.nodeType !== 9 || watched.has(root)) continue;
      watched.add(root);
      for (const type of POINTING_EVENTS) on(root, type, onMove, lifetime, { capture: true, passive: true });
    }
  };
}
