import { containingRoots } from '../../dom/composed-tree.ts';
import { matchesSelector } from '../../dom/node-getters.ts';
import { markAsOwnHost } from '../../dom/shadow-root-of.ts';
import { after, childLifetime, on, onAbort } from '../../runtime/lifetime.ts';
import { trackAnchoredElements } from './anchored-elements.ts';
import { containEvents } from './contain-events.ts';
import { coveredHosts } from './covered-hosts.ts';
import { findHostParent } from './find-host-parent.ts';
import { hasPristineAttributes } from './host-attributes.ts';
import { placeHost } from './place-host.ts';
import { createRateCheck } from './rate-check.ts';

/** So often within `forgiven` is a removed or restyled host put right; a page that goes on is left to have its way. */
const MAX_REPAIRS = 5;
/** So many times within `breath`, in milliseconds, do we rise above what enters the top layer. People open no popovers that fast. */
const MAX_RISES = 8;
const BURST_MS = 1000;
/** So many times within `breath` may a page draw anew what we stand among. */
const MAX_REDRAWS = 30;
/** Milliseconds after an act of the person's until what it has opened is looked for. */
const OPENING_MS = 200;
/** What a page did so long ago, in milliseconds, is forgiven. */
const REPAIR_WINDOW_MS = 10_000;

export interface HostDeps {
  document: Document;
  css: string;
  lifetime: AbortSignal;
  /** Hears that the page would not leave our host alone. */
  onEvicted: () => void;
}

/**
 * A closed shadow root over the page, in the top layer. It moves into the topmost modal dialog, outside of which everything is inert;
 * rises above what enters the top layer later; repairs itself a few times, and then gives way.
 */
export function createHost({ document, css, lifetime, onEvicted }: HostDeps): ShadowRoot {
  const host = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  markAsOwnHost(host);
  addStyle(root, css);
  containEvents(root, lifetime);
  /** As long as the page leaves us alone. */
  const active = childLifetime(lifetime);
  const anchored = trackAnchoredElements(host, attachIfParentChanged);
  const findParent = () => findHostParent(document, host, anchored);
  const isTamperedTooOften = createRateCheck(MAX_REPAIRS + 1, REPAIR_WINDOW_MS);
  const isRedrawnTooOften = createRateCheck(MAX_REDRAWS, BURST_MS);
  /** A page that answers each of our rises by one of its own is left the top, and no press counts under what lies there. */
  const isCoveredTooOften = createRateCheck(MAX_RISES, BURST_MS);

  function attach(): void {
    if (active.signal.aborted) return;
    placeHost(host, findParent());
    observeParent();
  }

  function repair(changes: readonly MutationRecord[] = []): void {
    const isIntact = host.parentNode === findParent() && isOpen(host) && hasPristineAttributes(host);
    if (active.signal.aborted || isIntact) return;
    // Who draws anew takes away more than us; who is after us takes us.
    const isRedrawn = changes.some(({ removedNodes }) => [...removedNodes].some((one) => one !== host));
    if (isRedrawn ? isRedrawnTooOften() : isTamperedTooOften()) {
      active.abort();
      onEvicted();
      return;
    }
    attach();
    observer.takeRecords();
  }

  const observer = new MutationObserver((changes) => {
    if (!host.isConnected || changes.some(({ target }) => target === host || target === host.parentNode)) repair(changes);
  });
  function observeParent(): void {
    observer.disconnect();
    const parent = host.parentNode;
    observer.observe(host, { attributes: true });
    if (parent) observer.observe(parent, { childList: true });
    if (parent === document.documentElement) return;
    // Apps take dialogs out of the page while they are open, and nothing of that is told in them or by them.
    for (const root of containingRoots(host)) {
      observer.observe(root, { childList: true, subtree: true });
      on(root, 'toggle', onToggle, active.signal, { capture: true });
    }
  }
  onAbort(active.signal, () => {
    observer.disconnect();
    host.remove();
  });

  // A dialog or popover of the page's opened or closed: not tampering, so it is not counted. The event does not bubble; it is captured.
  function onToggle({ target }: Event): void {
    if (target === host) isOpen(host) || repair();
    else if (!isOpen(target as Element)) attachIfParentChanged();
    else if (isCoveredTooOften()) coveredHosts.add(host);
    else {
      coveredHosts.delete(host);
      attach();
    }
    observer.takeRecords();
  }

  function attachIfParentChanged(): void {
    if (host.parentNode !== findParent()) attach();
  }

  on(document, 'toggle', onToggle, active.signal, { capture: true });
  // What opens in a shadow root tells nobody outside; it opens by what a person does, or around what we stand beside.
  for (const type of ['focusin', 'click'])
    on(document, type, () => after(OPENING_MS, attachIfParentChanged, active.signal), active.signal, { capture: true });
  on(document, 'fullscreenchange', attach, active.signal);
  attach();
  return root;
}

function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox: a sheet made by a content script belongs to another compartment than the page's root.
    const element = root.ownerDocument.createElementNS('http://www.w3.org/1999/xhtml', 'style');
    element.textContent = css;
    root.append(element);
  }
}

/** In the top layer: a `details` that unfolds tells of it by the same event. */
const isOpen = (element: Element): boolean => matchesSelector(element, ':popover-open, dialog[open]');
