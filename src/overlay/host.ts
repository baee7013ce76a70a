import { atEnd, observe, on } from '../runtime/lifetime.ts';
import { keepShut } from '../runtime/shadow-of.ts';
import { groundOf } from './ground.ts';
import { dress, isDressed } from './host-style.ts';
import { keepToOurselves } from './keep-to-ourselves.ts';
import { setLost } from './under-cover.ts';

/** So often in a row is a removed or restyled host put right; a page that goes on is left to have its way. */
const repairs = 5;
/** So many times within `breath`, in milliseconds, do we rise above what enters the top layer. People open no popovers that fast. */
const rises = 8;
const breath = 1000;
/** A page that has left us alone for so long, in milliseconds, is forgiven what it did before. */
const forgiven = 10_000;

export interface HostOptions {
  document: Document;
  css: string;
  lifetime: AbortSignal;
  /** Hears that the page would not leave our host alone. */
  onGaveWay: () => void;
  now?: () => number;
}

export interface OverlayHost {
  root: ShadowRoot;
  element: HTMLElement;
}

/**
 * A closed shadow root over the page, in the top layer. It moves into the topmost modal dialog, outside of which everything is inert;
 * rises above what enters the top layer later; repairs itself a few times, and then gives way.
 */
export function createHost({ document, css, lifetime, onGaveWay, now = Date.now }: HostOptions): OverlayHost {
  const host = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  keepShut(host);
  addStyle(root, css);
  keepToOurselves(root, lifetime);
  dress(host);
  const repaired = { count: 0, last: 0 };
  const rose: number[] = [];

  /** A page that answers each of our rises by one of its own is left the top, and no press counts under what lies there. */
  function fights(): boolean {
    const time = now();
    rose.push(time);
    if (rose.length > rises) rose.shift();
    return rose.length === rises && time - rose[0]! < breath;
  }

  function stand(): void {
    place(host, groundOf(document));
    unzoom(host);
    observeGround();
  }

  function repair(): void {
    if (lifetime.aborted || isWhole()) return;
    const time = now();
    repaired.count = time - repaired.last > forgiven ? 1 : repaired.count + 1;
    repaired.last = time;
    if (repaired.count > repairs) {
      watch.disconnect();
      host.remove();
      onGaveWay();
      return;
    }
    dress(host);
    stand();
    watch.takeRecords();
  }

  const isWhole = (): boolean => host.parentNode === groundOf(document) && host.matches(':popover-open') && isDressed(host);

  const watch = new MutationObserver(repair);
  function observeGround(): void {
    watch.disconnect();
    if (lifetime.aborted) return;
    if (host.parentNode) watch.observe(host.parentNode, { childList: true });
    watch.observe(host, { attributes: true });
  }
  observe(watch, lifetime, () => undefined);

  // A dialog or popover of the page's opened or closed: not tampering, so it is not counted. The event does not bubble; it is captured.
  on(
    document,
    'toggle',
    ({ target }) => {
      if (target === host) {
        if (!host.matches(':popover-open')) repair();
        return;
      }
      const isLost = fights();
      setLost(host, isLost);
      if (isLost) return;
      if (host.parentNode !== groundOf(document)) stand();
      else if (target instanceof Element && isOpen(target)) rise(host);
      watch.takeRecords();
    },
    lifetime,
    { capture: true },
  );
  on(document, 'fullscreenchange', () => rise(host), lifetime);
  stand();
  atEnd(lifetime, () => host.remove());
  return { root, element: host };
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

type Movable = Element & { moveBefore?: (node: Node, before: Node | null) => void };

/** Moves without loading our frame anew, where the browser can. */
function place(host: HTMLElement, ground: Element): void {
  if (host.parentNode !== ground) {
    if (host.isConnected && (ground as Movable).moveBefore) (ground as Movable).moveBefore?.(host, null);
    else ground.append(host);
  }
  rise(host);
}

type Zoomed = Element & { currentCSSZoom?: number };

/** A page that zooms its root would zoom us with it. */
function unzoom(host: HTMLElement): void {
  const around = (host.parentElement as Zoomed | null)?.currentCSSZoom ?? 1;
  host.style.setProperty('zoom', String(1 / around), 'important');
}

/** To the top of the top layer: what entered it last lies highest. */
function rise(host: HTMLElement): void {
  if (!host.isConnected) return;
  if (host.matches(':popover-open')) host.hidePopover();
  host.showPopover();
}

const isOpen = (element: Element): boolean => element.matches(':popover-open, :modal, dialog[open]');
