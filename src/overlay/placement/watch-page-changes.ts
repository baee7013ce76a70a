import { containingRoots } from '../../dom/composed-tree.ts';
import { innermostPageElementAt } from '../../dom/page-element-at.ts';
import { viewportSize } from '../../dom/viewport-size.ts';
import { createIdleTask } from '../../runtime/idle.ts';
import { createTimer, observe } from '../../runtime/lifetime.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';
import { createWorkBudget } from '../../runtime/work-budget.ts';

/** Milliseconds between a change of the page and the look at it: what a page draws in one go is looked at once. */
const LOOK_AFTER_MS = 800;
/** Where to look for shadow roots that a page is drawn in, as shares of the window. */
const SAMPLE_POINTS = [
  [0.5, 0.5],
  [0.03, 0.97],
  [0.97, 0.97],
  [0.97, 0.5],
  [0.97, 0.1],
] as const;

/** How a page shows, hides or moves what is in it already. Other attributes seldom do. */
const CHANGES: MutationObserverInit = { subtree: true, childList: true, attributeFilter: ['class', 'hidden', 'style'] };

/** What looks for room on a page may take. Nobody waits for it. */
const governor = { budget: createWorkBudget() };

/**
 * Calls `onChange` in an idle moment after a page has drawn, scrolled or switched something. Between a change and the look at it nothing
 * is observed, so that a page that never stands still costs no more than one that changes now and then.
 */
export function watchPageChanges(ownHost: Element, onChange: () => void, lifetime: AbortSignal): void {
  const document = ownHost.ownerDocument;
  const timer = createTimer(lifetime);
  const look = createIdleTask(
    function* () {
      onChange();
      yield;
      watch();
    },
    lifetime,
    governor,
  );
  const observer = observe(MutationObserver, schedule, lifetime);
  for (const type of ['scroll', 'toggle', 'transitionend', 'animationend'])
    onTrusted(document, type, schedule, lifetime, { capture: true, passive: true });
  // A page may arrange itself anew some time after its window has.
  onTrusted(window, 'resize', schedule, lifetime);
  watch();

  function watch(): void {
    for (const root of rootsOnScreen(document, ownHost)) observer.observe(root, CHANGES);
  }
  function schedule(): void {
    if (timer.isWaiting()) return;
    observer.disconnect();
    timer.start(LOOK_AFTER_MS, look);
  }
}

/** The document, and the shadow roots that what is on screen stands in. */
function rootsOnScreen(document: Document, ownHost: Element): Set<Document | ShadowRoot> {
  const roots = new Set<Document | ShadowRoot>([document]);
  const { width, height } = viewportSize();
  for (const [across, down] of SAMPLE_POINTS) {
    const hit = innermostPageElementAt(document, { x: across * width, y: down * height }, ownHost);
    if (hit) for (const root of containingRoots(hit)) roots.add(root);
  }
  return roots;
}
