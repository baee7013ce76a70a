import { atEnd, observe } from '../runtime/lifetime.ts';

/** So often is a removed or restyled host put right; a page that goes on is left to have its way. */
const repairs = 5;

/** Inline and important, which no rule of the page's own can outrank. The box is empty: what it holds is fixed to the viewport. */
const style: Record<string, string> = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  opacity: '1',
  visibility: 'visible',
  'z-index': '2147483647',
  'pointer-events': 'none',
};

export interface HostOptions {
  document: Document;
  css: string;
  lifetime: AbortSignal;
  /** Hears that the page would not leave our host alone. */
  onGaveWay: () => void;
}

/** A closed shadow root over the page, in the top layer, that repairs itself a few times and then gives way. */
export function createHost({ document, css, lifetime, onGaveWay }: HostOptions): ShadowRoot {
  const host = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, css);
  dress(host);
  place(host);
  let left = repairs;
  const repair = () => {
    if (isWhole(host)) return;
    if (left-- <= 0) {
      watch.disconnect();
      host.remove();
      onGaveWay();
      return;
    }
    dress(host);
    place(host);
    watch.takeRecords();
  };
  const watch = observe(new MutationObserver(repair), lifetime, (observer) => {
    observer.observe(document.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  });
  atEnd(lifetime, () => host.remove());
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

function dress(host: HTMLElement): void {
  for (const { name } of [...host.attributes]) if (name !== 'popover') host.removeAttribute(name);
  for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, 'important');
  host.setAttribute('popover', 'manual');
}

function place(host: HTMLElement): void {
  if (!host.isConnected || host.parentNode !== host.ownerDocument.documentElement)
    host.ownerDocument.documentElement.append(host);
  if (!host.matches(':popover-open')) host.showPopover?.();
}

function isWhole(host: HTMLElement): boolean {
  return (
    host.parentNode === host.ownerDocument.documentElement &&
    host.matches(':popover-open') &&
    host.getAttributeNames().every((name) => name === 'style' || name === 'popover') &&
    Object.entries(style).every(
      ([name, value]) => name === 'all' || name === 'inset' || host.style.getPropertyValue(name) === value,
    )
  );
}
