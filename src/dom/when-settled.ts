import { createIdleTask } from '../runtime/idle.ts';
import { after, childLifetime, createTimer, observe, on } from '../runtime/lifetime.ts';
import { childNodesOf } from './node-getters.ts';

/** Milliseconds after the load in which a framework may still take over the whole document. */
const TAKEOVER_MS = 3000;
/** Milliseconds that a script needs after its arrival, or the page after a change of its body, until it stands. */
const QUIET_MS = 1000;
/** Milliseconds after which a page that never rests counts as settled. */
const MAX_WAIT_MS = 10_000;

/**
 * Runs `onSettled` as soon as a node may be added to the document. That is at once, but for a page whose whole document may yet be hydrated:
 * React 18 takes a node that it does not know for an error and draws the document anew, with what the person has entered lost. Such a page
 * has settled some time after its load and its last script, or when it has begun to change its body by itself.
 * https://18.react.dev/reference/react-dom/client/hydrateRoot#hydrating-an-entire-document
 */
export function whenSettled(page: Document, lifetime: AbortSignal, onSettled: () => void): void {
  if (!mayBeHydrated(page)) {
    onSettled();
    return;
  }
  const waiting = childLifetime(lifetime);
  const settle = () => {
    waiting.abort();
    if (!lifetime.aborted) onSettled();
  };
  after(MAX_WAIT_MS, settle, waiting.signal);
  whenLoaded(page, waiting.signal, () => waitForTakeover(page, waiting.signal, settle));
}

/** Waits until no script has arrived and the body has not changed for a while; without a change of the body, for longer. */
function waitForTakeover(page: Document, waiting: AbortSignal, settle: () => void): void {
  const quiet = createTimer(waiting);
  const settleWhenIdle = createIdleTask(function* () {
    yield;
    settle();
  }, waiting);
  const loadedAt = performance.now();
  let isTaken = false;
  const restart = () => {
    const rest = isTaken ? 0 : loadedAt + TAKEOVER_MS - performance.now();
    quiet.start(Math.max(QUIET_MS, rest), settleWhenIdle);
  };
  // A script that changes the body has taken it over, or would be in a framework's way as we would.
  const onChange = () => {
    isTaken = true;
    restart();
  };
  observe(MutationObserver, onChange, waiting, (observer) => observer.observe(page.body, { childList: true, subtree: true }));
  const isScript = (entry: PerformanceEntry) => /^(script|other|link)$/.test((entry as PerformanceResourceTiming).initiatorType);
  const onResources = (list: PerformanceObserverEntryList) => list.getEntries().some(isScript) && restart();
  observe(PerformanceObserver, onResources, waiting, (observer) => observer.observe({ type: 'resource' }));
  restart();
}

function whenLoaded(page: Document, lifetime: AbortSignal, onLoaded: () => void): void {
  if (page.readyState === 'complete') onLoaded();
  else on(window, 'load', onLoaded, lifetime, { once: true });
}

const SCRIPTS = 'script[src], script:not([type]), script[type=module], script[type*=javascript]';

/**
 * Whether a framework may hydrate this document from its root: it has a script, and no line breaks between `html`, `head` and `body` or
 * directly in `body`, since a framework draws none and would stumble over them as well.
 */
function mayBeHydrated(page: Document): boolean {
  if (!page.body || !page.querySelector(SCRIPTS)) return false;
  return [page.documentElement, page.body].every((parent) => [...childNodesOf(parent)].every((node) => !isLineBreak(node)));
}

const isLineBreak = (node: Node): boolean => node.nodeType === 3 && /^\s*\n\s*$/.test((node as Text).data);
