import { containingShadowHost } from '../../dom/composed-tree.ts';
import { parentElementOf } from '../../dom/node-getters.ts';

type Movable = ParentNode & { moveBefore?: (node: Node, before: Node | null) => void };
type ZoomedElement = Element & { currentCSSZoom?: number };

/** Inline and important, which no rule of the page can override. The box is empty: what it holds is fixed to the viewport. */
const HOST_STYLE =
  'all:initial;display:block;position:fixed;inset:0 auto auto 0;width:0;height:0;z-index:2147483647;pointer-events:none;zoom:';
/** The markup of each host as we left it, as the browser serialises it. */
const pristineHtml = new WeakMap<HTMLElement, string>();

/** Puts the host at the top of the top layer, where the last to enter lies highest; without reloading our frame, where the browser can. */
export function placeHost(host: HTMLElement, parent: Movable): void {
  if (host.parentNode !== parent) {
    if (host.isConnected && parent.moveBefore) parent.moveBefore(host, null);
    else parent.append(host);
  }
  resetHostAttributes(host);
  try {
    host.showPopover();
  } catch {
    // The page is told that it opens, and may remove it at that moment.
  }
}

/** Gives the host its own attributes and no others, and undoes the zoom of the page around it. Afterwards it is no open popover. */
function resetHostAttributes(host: HTMLElement): void {
  for (const name of host.getAttributeNames()) host.removeAttribute(name);
  const parent = (parentElementOf(host) ?? containingShadowHost(host)) as ZoomedElement | null;
  host.style.cssText = (HOST_STYLE + 1 / (parent?.currentCSSZoom ?? 1)).replace(/;|$/g, ' !important;');
  host.popover = 'manual';
  host.replaceChildren();
  pristineHtml.set(host, host.outerHTML);
}

export const hasPristineAttributes = (host: HTMLElement): boolean => host.outerHTML === pristineHtml.get(host);
