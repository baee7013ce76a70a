import { after, atEnd, childOf, on } from '../runtime/lifetime.ts';
import { keepShut } from '../runtime/shadow-of.ts';
import { isOneOf } from '../runtime/tree.ts';
import { companyOf } from './company.ts';
import { rootsAround } from './flat-tree.ts';
import { groundOf } from './ground.ts';
import { isDressed } from './host-style.ts';
import { keepToOurselves } from './keep-to-ourselves.ts';
import { paced } from './pace.ts';
import { place } from './place-host.ts';
import { lost } from './under-cover.ts';

/** So often within `forgiven` is a removed or restyled host put right; a page that goes on is left to have its way. */
const repairs = 5;
/** So many times within `breath`, in milliseconds, do we rise above what enters the top layer. People open no popovers that fast. */
const rises = 8;
const breath = 1000;
/** So many times within `breath` may a page draw anew what we stand among. */
const most = 30;
/** Milliseconds after an act of the person's until what it has opened is looked for. */
const opening = 200;
/** What a page did so long ago, in milliseconds, is forgiven. */
const forgiven = 10_000;

export interface HostOptions {
  document: Document;
  css: string;
  lifetime: AbortSignal;
  /** Hears that the page would not leave our host alone. */
  onGaveWay: () => void;
}

/**
 * A closed shadow root over the page, in the top layer. It moves into the topmost modal dialog, outside of which everything is inert;
 * rises above what enters the top layer later; repairs itself a few times, and then gives way.
 */
export function createHost({ document, css, lifetime, onGaveWay }: HostOptions): ShadowRoot {
  const host = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  keepShut(host);
  addStyle(root, css);
  keepToOurselves(root, lifetime);
  /** As long as the page leaves us alone. */
  const here = childOf(lifetime);
  const beside = companyOf(host, settle);
  const ground = () => groundOf(document, host, beside);
  const tampers = paced(repairs + 1, forgiven);
  const redraws = paced(most, breath);
  /** A page that answers each of our rises by one of its own is left the top, and no press counts under what lies there. */
  const fights = paced(rises, breath);

  function stand(): void {
    if (here.signal.aborted) return;
    place(host, ground());
    observeGround();
  }

  function repair(changes: readonly MutationRecord[] = []): void {
    const isWhole = host.parentNode === ground() && isOpen(host) && isDressed(host);
    if (here.signal.aborted || isWhole) return;
    // Who draws anew takes away more than us; who is after us takes us.
    const isRedrawn = changes.some(({ removedNodes }) => [...removedNodes].some((one) => one !== host));
    if (isRedrawn ? redraws() : tampers()) {
      here.abort();
      onGaveWay();
      return;
    }
    stand();
    watch.takeRecords();
  }

  const watch = new MutationObserver((changes) => {
    if (!host.isConnected || changes.some(({ target }) => target === host || target === host.parentNode)) repair(changes);
  });
  function observeGround(): void {
    watch.disconnect();
    const parent = host.parentNode;
    watch.observe(host, { attributes: true });
    if (parent) watch.observe(parent, { childList: true });
    if (parent === document.documentElement) return;
    // Apps take dialogs out of the page while they are open, and nothing of that is told in them or by them.
    for (const root of rootsAround(host)) {
      watch.observe(root, { childList: true, subtree: true });
      on(root, 'toggle', toggled, here.signal, { capture: true });
    }
  }
  atEnd(here.signal, () => {
    watch.disconnect();
    host.remove();
  });

  // A dialog or popover of the page's opened or closed: not tampering, so it is not counted. The event does not bubble; it is captured.
  function toggled({ target }: Event): void {
    if (target === host) isOpen(host) || repair();
    else if (!isOpen(target as Element)) settle();
    else if (fights()) lost.add(host);
    else {
      lost.delete(host);
      stand();
    }
    watch.takeRecords();
  }

  function settle(): void {
    if (host.parentNode !== ground()) stand();
  }

  on(document, 'toggle', toggled, here.signal, { capture: true });
  // What opens in a shadow root tells nobody outside; it opens by what a person does, or around what we stand beside.
  for (const type of ['focusin', 'click'])
    on(document, type, () => after(opening, settle, here.signal), here.signal, { capture: true });
  on(document, 'fullscreenchange', stand, here.signal);
  stand();
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
const isOpen = (element: Element): boolean => isOneOf(element, ':popover-open, dialog[open]');
