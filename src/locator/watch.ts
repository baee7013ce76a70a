import { rootOf, windowOf } from '../dom/node-getters.ts';
import { watchTrees } from '../dom/watch-trees.ts';
import { watchUrl } from '../dom/watch-url.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import { createIdleTask } from '../runtime/idle.ts';
import { after, on } from '../runtime/lifetime.ts';
import { onTrusted } from '../runtime/on-trusted.ts';
import { createAttention } from './attention.ts';
import { locate } from './locate.ts';
import { resolveDuplicates } from './locate-all.ts';
import type { LocateResult } from './locate-result.ts';
import { PageReader } from './page-reader.ts';
import { type WatchResult, WatchResults } from './watch-results.ts';

const DEFAULT_PATIENCE_MS = 8000;
/** Rules inserted by script and the like are in no mutation record: every so many looks the whole page is walked anew. */
const FULL_WALK_EVERY = 8;
/** Before a rest longer than this, we stop listening to a page that changes all the time; it is walked anew afterwards. */
const PAUSE_OVER_MS = 200;
/** What the browser does to report one change, in milliseconds. */
const RECORD_MS = 0.001;

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
 * Looks for controls and keeps looking, without polling: one observer, on every root of the page, wakes slices of idle time. A page that
 * does not change costs nothing, and one that always changes little: while nobody waits, looks come as seldom as the budget says.
 */
export function watch({ anchors, page, lifetime, onChange, patienceMs = DEFAULT_PATIENCE_MS }: WatchOptions): void {
  if (lifetime.aborted) return;
  const results = new WatchResults(anchors.length, onChange);
  const followed = new WeakSet<Window>();
  const attention = createAttention(() => results.updateCount > 0);
  const wake = createIdleTask(look, lifetime, attention);
  const lookAtHidden = createIdleTask(
    function* () {
      yield;
      if (results.isAnyTurned) wake();
    },
    lifetime,
    attention,
  );
  const trees = watchTrees(lifetime, (nodes, records, isAct) => {
    if (!attention.isAwaited()) attention.budget.charge(records * RECORD_MS);
    reader.note(nodes);
    if (isAct) attention.attend();
    if (wake() <= PAUSE_OVER_MS || reader.isReading) return;
    trees.pause();
    reader.forget();
  });
  const watchPointer = pointerWatcher(lifetime, () => results.dependsOnPointer && lookAtHidden());
  const reader = new PageReader(page, trees.watch);
  on(window, 'resize', () => void wake(), lifetime);
  watchUrl(window, lifetime, (by) => {
    // A page may replace its address all the time.
    if (by === 'replace') return;
    attention.attend();
    wake();
  });
  after(patienceMs, () => results.setOverdue(), lifetime);
  wake();

  function* look(): Generator<void, void> {
    trees.watch(page);
    if (results.updateCount && results.areAllStanding) return;
    const current = yield* reader.read(results.updateCount % FULL_WALK_EVERY === 0);
    watchPointer(current.roots);
    const located: LocateResult[] = [];
    for (const anchor of anchors) {
      yield;
      located.push(locate(anchor, page, { model: current }));
    }
    const wereAllFound = results.areAllFound;
    results.update(resolveDuplicates(anchors, located));
    // A control that has just gone is often drawn again at once, as with a change of address.
    if (wereAllFound && !results.areAllFound) attention.attend();
    results.elements.forEach(followToWindow);
    if (results.areAllFound) reader.forget();
  }

  /** The page tells nothing of what happens in another window that it has moved a control to. */
  function followToWindow(element: Element): void {
    const view = windowOf(element);
    if (!view || view === window || followed.has(view)) return;
    followed.add(view);
    trees.watch(rootOf(element));
    on(view, 'pagehide', () => void wake(), lifetime);
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
      for (const type of POINTING_EVENTS) onTrusted(root, type, onMove, lifetime, { capture: true, passive: true });
    }
  };
}
